internal import Diagnostics
package import KubeTypes
internal import Synchronization
internal import Tree

/// One kind as a server offers it.
package struct ServedResource: Hashable, Sendable {
    package var type: GroupVersionResource
    package var kind: String
    package var singular: String
    package var shortNames: [String]
    package var isNamespaced: Bool
    package var verbs: [String]

    package var groupVersionKind: GroupVersionKind {
        GroupVersionKind(group: type.group, version: type.version, kind: kind)
    }
}

/// What a server offers, from its aggregated discovery document. Kept until a kind is asked for that is not in it.
final class Discovery: Sendable {
    private let transport: Transport
    private let known = Mutex<[ServedResource]>([])

    init(transport: Transport) { self.transport = transport }

    func resource(for type: GroupVersionKind) async throws -> ServedResource {
        try await find {
            $0.first { $0.kind == type.kind && $0.type.group == type.group && $0.type.version == type.version }
        } orFail: { _ in
            ClientError(.unknownKind, "the server has no \(type)")
        }
    }

    func resource(named name: String) async throws -> ServedResource {
        let wanted = name.lowercased()
        return try await find {
            $0.first { $0.answers(to: wanted) }
        } orFail: { known in
            let names = known.flatMap { [$0.type.resource, $0.kind.lowercased()] + $0.shortNames }
            let nearest = nearestName(to: wanted, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
            return ClientError(.unknownKind, "the server has no resource type \"\(name)\"\(nearest)")
        }
    }

    func all() async throws -> [ServedResource] {
        try await refresh()
    }

    private func find(
        _ pick: ([ServedResource]) -> ServedResource?, orFail failure: ([ServedResource]) -> ClientError
    ) async throws -> ServedResource {
        if let found = pick(known.withLock { $0 }) { return found }
        let fresh = try await refresh()
        guard let found = pick(fresh) else { throw failure(fresh) }
        return found
    }

    private func refresh() async throws -> [ServedResource] {
        var all: [ServedResource] = []
        for path in ["/api", "/apis"] {
            var request = Request(path: path)
            request.accept =
                "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList,application/json"
            let bytes = try await transport.send(request)
            guard let root = try? JSONReader.read(bytes), root["kind"]?.string == "APIGroupDiscoveryList" else {
                throw ClientError(
                    .invalidAnswer, "the server gives no aggregated discovery; Kubernetes 1.27 or later is needed")
            }
            for group in root["items"]?.elements ?? [] { all += Self.resources(of: group) }
        }
        let found = all
        known.withLock { $0 = found }
        return found
    }

    /// In the order of the server, which puts the preferred version first.
    private static func resources(of group: Node) -> [ServedResource] {
        let groupName = group[path: "metadata", "name"]?.string ?? ""
        return (group["versions"]?.elements ?? []).flatMap { version in
            (version["resources"]?.elements ?? []).compactMap { resource in
                guard let name = resource["resource"]?.string else { return nil }
                let type = GroupVersionResource(
                    group: groupName, version: version["version"]?.string ?? "", resource: name)
                return ServedResource(
                    type: type, kind: resource[path: "responseKind", "kind"]?.string ?? "",
                    singular: resource["singularResource"]?.string ?? "",
                    shortNames: (resource["shortNames"]?.elements ?? []).compactMap(\.string),
                    isNamespaced: resource["scope"]?.string == "Namespaced",
                    verbs: (resource["verbs"]?.elements ?? []).compactMap(\.string))
            }
        }
    }
}

extension ServedResource {
    /// Whether a person means this resource by `name` (in lower case).
    fileprivate func answers(to name: String) -> Bool {
        let names = [type.resource, singular, kind.lowercased()] + shortNames
        if names.contains(name) { return true }
        return names.contains { "\($0).\(type.group)" == name || "\($0).\(type.version).\(type.group)" == name }
    }
}
