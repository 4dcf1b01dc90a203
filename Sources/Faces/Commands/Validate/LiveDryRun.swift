internal import Diagnostics
internal import KubeClient
internal import KubeTypes
internal import Planning
internal import Schema
internal import Validation

/// The user's own cluster, asked for a server-side dry run of each object, and for nothing else.
struct LiveDryRun: DryRun {
    let client: KubeClient
    /// How many questions are open at once.
    private static let width = 8

    func findings(_ objects: [KubeObject], definitions: [ResourceDefinition]) async -> [Finding] {
        let ordered = plan(desired: objects, extra: [], prunes: false, options: SyncOptions([])).tasks.map(\.object)
        let made = Made(objects)
        return await withTaskGroup(of: (Int, Finding?).self) { group in
            var found: [(Int, Finding)] = []
            func note(_ answer: (index: Int, finding: Finding?)) {
                if let finding = answer.finding { found.append((answer.index, finding)) }
            }
            for (index, object) in ordered.enumerated() {
                if index >= Self.width, let answer = await group.next() { note(answer) }
                group.addTask { (index, await ask(object, made)) }
            }
            for await answer in group { note(answer) }
            return found.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    /// What the objects bring along for each other.
    private struct Made: Sendable {
        var namespaces: Set<String>
        var kinds: Set<GroupKind>

        init(_ objects: [KubeObject]) {
            namespaces = Set(objects.filter { $0.kind == "Namespace" }.map(\.name))
            kinds = Set(SchemaStation.definitions(among: objects).map(\.groupKind))
        }
    }

    private func ask(_ object: KubeObject, _ made: Made) async -> Finding? {
        var object = object
        do {
            let resource = try await client.resource(for: object.type)
            if resource.isNamespaced, object.namespace.isEmpty { object.namespace = client.defaultNamespace }
            _ = try await client.apply(object, as: resource, owner: "mainstay", force: true, dryRun: true, strict: true)
            return nil
        } catch let status as Status {
            let isWaiting =
                status.reason == .notFound
                && (status.kind == "namespaces" && made.namespaces.contains(object.namespace)
                    || made.kinds.contains(object.type.groupKind))
            if isWaiting {
                return finding(
                    .dryRunFailed, "the cluster cannot say yet: what the object stands on comes with the same change",
                    object, severity: .info)
            }
            let place = status.causes.lazy.compactMap { object.root.place(ofField: $0.field) }.first
            return finding(.dryRunRefused, "the cluster refuses it: \(status.message)", object, at: place)
        } catch {
            return finding(.dryRunFailed, "the cluster could not be asked: \(error)", object)
        }
    }

    private func finding(
        _ code: Code, _ message: String, _ object: KubeObject, severity: Severity = .error, at place: Place? = nil
    ) -> Finding {
        [Finding(code, message, severity: severity, at: place ?? object.place)].about(object.subject)[0]
    }
}
