import KubeTypes
import Schema
import Tree

@testable import Apply

/// A server of one namespace, just enough to replay recorded scenarios: it holds objects, applies defaults, and leaves
/// the rest to the engine.
struct Replay {
    private var objects: [String: KubeObject] = [:]
    private var definitions: [ResourceDefinition]
    private let variables: [(String, String)]
    let time = Timestamp(seconds: 1_700_000_000)

    init(scenario: String, crd: Node?) throws {
        definitions = Catalogue.core.definitions + Catalogue.istio.definitions
        let group = "\(scenario).example.test"
        variables = [
            ("${core}", "/api/v1/namespaces/kt-\(scenario)"), ("${apps}", "/apis/apps/v1/namespaces/kt-\(scenario)"),
            ("${net}", "/apis/networking.istio.io/v1/namespaces/kt-\(scenario)"),
            ("${w}", "/apis/\(group)/v1/namespaces/kt-\(scenario)/widgets"), ("${g}", group),
            ("${ns}", "kt-\(scenario)"), ("${ouid}", "<uid:2>"), ("${xuid}", "<uid:2>"),
        ]
        if let crd { definitions.append(try ResourceDefinition(crd: KubeObject(substituted(crd)))) }
    }

    func substituted(_ text: String) -> String {
        variables.reduce(text) { $0.replacing($1.0, with: $1.1) }
    }

    func substituted(_ node: Node) -> Node {
        switch node.value {
        case .string(let text): Node(substituted(text))
        case .sequence(let items): Node(items.map(substituted))
        case .mapping(let mapping):
            Node(Mapping(mapping.entries.map { Mapping.Entry(substituted($0.key), substituted($0.value)) }))
        default: node
        }
    }

    /// Carries out a step; throws what the engine throws.
    mutating func perform(_ step: Node) throws -> KubeObject {
        let words = substituted(step["do"]?.string ?? "").split(separator: " ").map(String.init)
        let parts = words[1].split(separator: "?", maxSplits: 1).map(String.init)
        let query = Dictionary(
            (parts.dropFirst().first ?? "").split(separator: "&").map { pair in
                let sides = pair.split(separator: "=").map(String.init)
                return (sides[0], sides.dropFirst().first ?? "")
            }
        ) { $1 }
        let body = try step["bodyText"].map { try YAMLReader.read(substituted($0.string ?? "")).documents[0] }
        let request = substituted(body ?? step["body"] ?? .emptyMapping)
        let target = try Target(path: parts[0], method: words[0], body: request, definitions: definitions)
        let result = try write(
            request, to: target, method: words[0], type: step["type"]?.string ?? "", query["fieldManager"] ?? "kapi")
        if query["dryRun"] == nil { objects[target.key] = result }
        return result
    }

    private func write(
        _ body: Node, to target: Target, method: String, type: String, _ manager: String
    ) throws -> KubeObject {
        let live = objects[target.key]
        let schema = target.version.schema
        let isApply = type == "application/apply-patch+yaml"
        let owner = FieldOwner(
            manager, isApply ? .apply : .update, apiVersion: target.apiVersion, subresource: target.subresource)
        var result: KubeObject
        if isApply {
            result = try serverSideApply(
                KubeObject(body), onto: live, schema: schema, owner: owner, force: false, at: time,
                hasStatusSubresource: target.version.hasStatusSubresource)
            result.root = finished(result.root, target, isApply: true)
        } else {
            var root = body
            if method == "PATCH", let live {
                root =
                    type.contains("strategic")
                    ? try strategicMergePatched(live.root, with: body, schema: schema) : mergePatched(live.root, body)
            }
            root["apiVersion"] = Node(target.apiVersion)
            root["kind"] = Node(target.definition.kind)
            result = trackingUpdate(
                from: live, to: KubeObject(finished(root, target, isApply: false)), schema: schema, owner: owner,
                at: time, hasStatusSubresource: target.version.hasStatusSubresource)
        }
        if live == nil { result.root.set("<uid:1>", at: ["metadata", "uid"]) }
        return result
    }

    private func finished(_ root: Node, _ target: Target, isApply: Bool) -> Node {
        guard target.definition.isBuiltIn else {
            let root = defaulted(root, with: target.version.schema, dropsNulls: !isApply)
            // What the stored version does not know is not stored.
            return target.definition.storageVersion.map { pruned(root, with: $0.schema).node } ?? root
        }
        return defaulted(root, ofBuiltIn: target.definition.groupKind, with: target.version.schema)
    }

    /// RFC 7386.
    private func mergePatched(_ target: Node, _ patch: Node) -> Node {
        guard patch.mapping != nil else { return patch }
        var result = target.mapping == nil ? Node.emptyMapping : target
        for entry in patch.entries {
            result[entry.key] = entry.value.isNull ? nil : mergePatched(result[entry.key] ?? .emptyMapping, entry.value)
        }
        return result
    }
}

/// What a path means.
private struct Target {
    var definition: ResourceDefinition
    var version: ResourceDefinition.Version
    var apiVersion: String
    var subresource = ""
    var key: String

    struct Unknown: Error { var path: String }

    init(path: String, method: String, body: Node, definitions: [ResourceDefinition]) throws {
        var parts = path.split(separator: "/").map(String.init)
        let group = parts[0] == "apis" ? parts[1] : ""
        let version = group.isEmpty ? parts[1] : parts[2]
        parts.removeFirst(group.isEmpty ? 2 : 3)
        if parts.count > 2, parts[0] == "namespaces" { parts.removeFirst(2) }
        guard let definition = definitions.first(where: { $0.group == group && $0.plural == parts[0] }),
            let served = definition.version(version)
        else { throw Unknown(path: path) }
        self.definition = definition
        self.version = served
        apiVersion = group.isEmpty ? version : "\(group)/\(version)"
        let name = method == "POST" ? body[path: "metadata", "name"]?.string ?? "" : parts[1]
        if parts.count > 2 { subresource = parts[2] }
        key = "\(group)/\(parts[0])/\(name)"
    }
}
