internal import Hummingbird
internal import KubeTypes
internal import Tree

/// The subresource `token` of ServiceAccounts.
extension Call {
    private static let type = GroupVersionKind(group: "authentication.k8s.io", version: "v1", kind: "TokenRequest")

    func requestToken(_ body: ReceivedBody, _ tokens: AccountTokens, agent: String) throws(Status) -> Response {
        let account = try registry.object(served, target.key)
        let sent = try RequestBody.object(body.bytes, mediaType: body.mediaType)
        guard sent.type == Self.type || sent.kind.isEmpty else {
            throw Status(
                badRequest: "\(sent.kind) in version \"\(sent.apiVersion)\" cannot be handled as a TokenRequest")
        }
        let lifetime = sent.spec["expirationSeconds"] ?? 3600
        let seconds = lifetime.integer ?? 0
        try check(lifetime, seconds)
        let named = (sent.spec["audiences"]?.elements ?? []).compactMap(\.string)
        let audiences = named.isEmpty ? [AccountTokens.audience] : named
        let now = registry.now
        let token: String
        do {
            token = try tokens.token(
                for: .init(key: account.key, uid: account.uid), audiences: audiences, at: now, lifetime: seconds)
        } catch {
            throw Status(code: 500, reason: .internalError, message: "the token cannot be signed: \(error)")
        }
        let manager = options.fieldManager.isEmpty ? agent : options.fieldManager
        var owned: Node = ["f:expirationSeconds": [:]]
        if !named.isEmpty { owned["f:audiences"] = [:] }
        let fields: Node = [
            "manager": Node(manager), "operation": "Update", "apiVersion": Node(Self.type.apiVersion),
            "time": Node(now.description), "fieldsType": "FieldsV1", "fieldsV1": ["f:spec": owned],
            "subresource": "token",
        ]
        let answer: Node = [
            "kind": Node(Self.type.kind), "apiVersion": Node(Self.type.apiVersion),
            "metadata": [
                "name": Node(account.name), "namespace": Node(account.namespace), "uid": Node(registry.newUID()),
                "creationTimestamp": Node(now.description), "managedFields": [fields],
            ],
            "spec": [
                "audiences": Node(audiences.map { Node($0) }), "expirationSeconds": Node(seconds),
                "boundObjectRef": sent.spec["boundObjectRef"] ?? Node(.null),
            ],
            "status": [
                "token": Node(token),
                "expirationTimestamp": Node(Timestamp(seconds: now.seconds + seconds).description),
            ],
        ]
        return try respond(with: KubeObject(answer), code: 201)
    }

    /// Between ten minutes and 2^32 seconds.
    private func check(_ lifetime: Node, _ seconds: Int) throws(Status) {
        let why: String
        switch seconds {
        case ..<600: why = "may not specify a duration less than 10 minutes"
        case (1 << 32 + 1)...: why = "may not specify a duration larger than 2^32 seconds"
        default: return
        }
        throw Status(
            invalid: Self.type.groupKind, name: "", causes: [.invalid("spec.expirationSeconds", lifetime, why)])
    }
}
