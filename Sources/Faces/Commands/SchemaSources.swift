internal import Diagnostics
internal import FileTree
internal import KubeClient
internal import KubeTypes
internal import Kustomize
internal import Schema
internal import Tree
internal import Validation

/// What `--schemas` names: where definitions of kinds come from.
enum SchemaSource: Equatable {
    case folder(String)
    /// The cluster of a context; of the current one without a name.
    case cluster(context: String?)

    /// A folder that is called `cluster` is written `./cluster`.
    init(_ argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts[0] == "cluster" else {
            self = .folder(argument)
            return
        }
        let context = parts.count > 1 ? String(parts[1]) : ""
        self = .cluster(context: context.isEmpty ? nil : context)
    }

    /// - Throws: `Refused` for what is wrong in files, `CommandError` for a cluster that gives no answer.
    func definitions(in tree: any FileTree) async throws -> [ResourceDefinition] {
        switch self {
        case .folder(let name): try Self.definitions(of: name, in: tree)
        case .cluster(let context): try await Self.definitions(of: context)
        }
    }

    private static func definitions(of name: String, in files: any FileTree) throws -> [ResourceDefinition] {
        let set = ManifestSet([WorkingDirectory.path(name)], in: files, parsed: ParsedFiles(files))
        let refused = set.findings.map(\.finding).filter { $0.severity == .error }
        guard refused.isEmpty else { throw Refused(refused) }
        return try set.objects.filter { $0.kind == "CustomResourceDefinition" }.map { try ResourceDefinition(crd: $0) }
    }

    private static func definitions(of context: String?) async throws -> [ResourceDefinition] {
        let which = context.map { "the cluster of the context \"\($0)\"" } ?? "the cluster"
        do {
            let client = try ClusterOptions.client(context: context)
            let resource = try await client.resource(named: "customresourcedefinitions.apiextensions.k8s.io")
            return try await client.list(resource).items.compactMap(definition)
        } catch let status as Status where [.forbidden, .unauthorized].contains(status.reason) {
            throw CommandError(
                "\(which) does not let you read its schemas: \(status.message); "
                    + "ask for \"list\" on customresourcedefinitions.apiextensions.k8s.io, or use --schemas DIR")
        } catch let status as Status {
            throw CommandError("\(which) does not give its schemas: \(status.message)")
        } catch let error as ClientError {
            throw CommandError("the schemas of \(which) cannot be read: \(error); check it, or use --schemas DIR")
        }
    }

    /// What a cluster serves it has taken; one that cannot be read here is passed over, and said.
    private static func definition(_ object: KubeObject) -> ResourceDefinition? {
        do throws(Refused) {
            return try ResourceDefinition(crd: object)
        } catch {
            Terminal.talk("the schema of \(object.name) is passed over: \(error)\n")
            return nil
        }
    }
}
