internal import KubeTypes
internal import Tree

/// Who asks, as the token says.
struct User: Equatable {
    var name: String
    var uid: String
    var groups: [String]

    /// Whom the token of the cluster belongs to.
    static let administrator = User(name: "admin", uid: "admin", groups: ["system:masters", "system:authenticated"])

    var node: Node {
        ["username": Node(name), "uid": Node(uid), "groups": Node(groups.map { Node($0) })]
    }
}

/// A question to the server in the form of an object that is never stored (authentication.k8s.io, authorization.k8s.io).
struct Review {
    enum Kind: String, CaseIterable {
        case localSubjectAccess = "LocalSubjectAccessReview"
        case selfSubjectAccess = "SelfSubjectAccessReview"
        case selfSubjectRules = "SelfSubjectRulesReview"
        case subjectAccess = "SubjectAccessReview"
        case selfSubject = "SelfSubjectReview"
        case token = "TokenReview"

        init?(_ type: GroupVersionResource) {
            guard
                let kind = Self.served(group: type.group, version: type.version).first(where: {
                    $0.plural == type.resource
                })
            else { return nil }
            self = kind
        }

        static let groups = ["authentication.k8s.io", "authorization.k8s.io"]

        static func versions(of group: String) -> [String] { groups.contains(group) ? ["v1"] : [] }

        static func served(group: String, version: String) -> [Kind] {
            version == "v1" ? allCases.filter { $0.group == group } : []
        }

        var group: String {
            switch self {
            case .selfSubject, .token: "authentication.k8s.io"
            default: "authorization.k8s.io"
            }
        }

        var singular: String { rawValue.lowercased() }
        var plural: String { singular + "s" }
        var isNamespaced: Bool { self == .localSubjectAccess }
        var groupKind: GroupKind { GroupKind(group: group, kind: rawValue) }

        var resource: Node {
            [
                "name": Node(plural), "singularName": Node(singular), "namespaced": Node(isNamespaced),
                "kind": Node(rawValue), "verbs": ["create"],
            ]
        }

        var aggregated: Node {
            [
                "resource": Node(plural), "responseKind": ["group": "", "version": "", "kind": Node(rawValue)],
                "scope": isNamespaced ? "Namespaced" : "Cluster", "singularResource": Node(singular),
                "verbs": ["create"],
            ]
        }
    }

    var kind: Kind
    var user: User
    /// Whom a token belongs to; nil for one that is none of the server's.
    var owner: (String) -> User?

    /// The object with its answer. Everybody who is let in may do everything.
    func answered(_ sent: KubeObject, namespace: String?, manager: String, at time: Timestamp) throws(Status) -> Node {
        var root: Node = ["kind": Node(kind.rawValue), "apiVersion": Node("\(kind.group)/v1")]
        var metadata = sent.root["metadata"]?.mapping ?? Mapping()
        if let fields = fields(of: sent.root["spec"]) {
            metadata["managedFields"] = [
                [
                    "manager": Node(manager), "operation": "Update", "apiVersion": Node("\(kind.group)/v1"),
                    "time": Node(time.description), "fieldsType": "FieldsV1", "fieldsV1": ["f:spec": fields],
                ]
            ]
        }
        root["metadata"] = Node(metadata)
        let spec = sent.root["spec"] ?? .emptyMapping
        if kind != .selfSubject { root["spec"] = spec }
        root["status"] = try status(spec, namespace: namespace)
        if kind == .selfSubject { root["metadata"]?["creationTimestamp"] = Node(time.description) }
        return root
    }

    private func status(_ spec: Node, namespace: String?) throws(Status) -> Node {
        switch kind {
        case .token:
            guard let token = spec["token"]?.string, !token.isEmpty else {
                throw Status(badRequest: "token is required for TokenReview in authentication")
            }
            guard let owner = owner(token) else { return ["user": [:], "error": "invalid bearer token"] }
            return ["authenticated": true, "user": owner.node]
        case .selfSubject: return ["userInfo": user.node]
        case .selfSubjectRules:
            guard spec["namespace"]?.string?.isEmpty == false else {
                throw Status(badRequest: "no namespace on request")
            }
            return [
                "resourceRules": [["verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]]],
                "nonResourceRules": [["verbs": ["*"], "nonResourceURLs": ["*"]]], "incomplete": false,
            ]
        case .subjectAccess, .selfSubjectAccess, .localSubjectAccess:
            let causes = accessCauses(spec, namespace: namespace)
            guard causes.isEmpty else { throw Status(invalid: kind.groupKind, name: "", causes: causes) }
            return ["allowed": true]
        }
    }

    /// Which resource or path is meant must be said once, and of whom unless the asker is meant.
    private func accessCauses(_ spec: Node, namespace: String?) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        func invalid(_ field: String, _ rule: String) {
            causes.append(.init(reason: "FieldValueInvalid", message: "Invalid value: null: \(rule)", field: field))
        }
        let (resource, path) = (spec["resourceAttributes"], spec["nonResourceAttributes"])
        if resource != nil, path != nil {
            invalid("spec.nonResourceAttributes", "cannot be specified in combination with resourceAttributes")
        }
        if resource == nil, path == nil {
            invalid(
                "spec.resourceAttributes",
                "exactly one of nonResourceAttributes or resourceAttributes must be specified")
        }
        let hasSubject = spec["user"]?.string?.isEmpty == false || spec["groups"]?.elements.isEmpty == false
        if kind != .selfSubjectAccess, !hasSubject {
            invalid("spec.user", "at least one of user or group must be specified")
        }
        if kind == .localSubjectAccess, resource?["namespace"]?.string != namespace {
            invalid("spec.resourceAttributes.namespace", "must match metadata.namespace")
        }
        return causes
    }

    private func fields(of node: Node?) -> Node? {
        guard let entries = node?.mapping?.entries, !entries.isEmpty else { return nil }
        return Node(Mapping(entries.map { Mapping.Entry("f:" + $0.key, fields(of: $0.value) ?? [:]) }))
    }
}
