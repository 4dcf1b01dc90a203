internal import KubeTypes
internal import Tree

/// What a DELETE demands, in its body or its query (Kubernetes API reference, "DeleteOptions").
struct DeleteOptions {
    var preconditions = Preconditions()
    var isDryRun = false
    var propagation: Propagation?

    init(_ body: ReceivedBody, _ options: RequestOptions) throws(Status) {
        isDryRun = options.isDryRun
        var (policy, orphans) = (options.propagationPolicy, options.orphanDependents)
        // The body counts alone when there is one.
        if !body.bytes.isEmpty {
            let node = try RequestBody.object(body.bytes, mediaType: body.mediaType).root
            preconditions.uid = node[path: "preconditions", "uid"]?.string
            preconditions.resourceVersion = node[path: "preconditions", "resourceVersion"]?.string
            let dryRun = node["dryRun"]?.elements.compactMap(\.string) ?? []
            if let refusal = Status.Cause(dryRun: dryRun) { throw Status(invalidOptions: .delete, [refusal]) }
            if !dryRun.isEmpty { isDryRun = true }
            policy = node["propagationPolicy"]?.string
            orphans = node["orphanDependents"]?.bool
        }
        propagation = try Self.propagation(policy, orphans)
    }

    private static func propagation(_ policy: String?, _ orphans: Bool?) throws(Status) -> Propagation? {
        func refused(_ cause: Status.Cause) -> Status {
            Status(invalid: GroupKind(group: "meta.k8s.io", kind: "DeleteOptions"), name: "", causes: [cause])
        }
        guard let policy else { return orphans.map { $0 ? .orphan : .background } }
        if orphans != nil {
            throw refused(
                .invalid(
                    "propagationPolicy", .init(policy), "orphanDependents and deletionPropagation cannot be both set"))
        }
        guard let propagation = Propagation(rawValue: policy) else {
            throw refused(.notSupported("propagationPolicy", policy, Propagation.allCases.map(\.rawValue) + ["nil"]))
        }
        return propagation
    }
}
