package import KubeClient
package import KubeTypes
package import Planning
internal import Tree

/// Carries out the tasks of a plan, and nothing else.
package struct Syncer: Sendable {
    /// What became of a task, in Argo CD's words.
    package struct Result: Sendable, Equatable {
        package enum Status: String, Sendable {
            case synced = "Synced"
            case syncFailed = "SyncFailed"
            case pruned = "Pruned"
            case pruneSkipped = "PruneSkipped"
        }

        package var id: ObjectID
        package var version: String
        package var status: Status
        package var message: String
    }

    private let client: KubeClient
    private let live: LiveState
    private let owner: String

    /// - Parameter owner: The field manager under which objects are applied.
    package init(_ client: KubeClient, _ live: LiveState, owner: String) {
        self.client = client
        self.live = live
        self.owner = owner
    }

    /// Asks the server whether it would take the tasks, without writing. Gives those that it refuses.
    ///
    /// - Parameter comingNamespaces: Namespaces that the sync itself makes; what lives there cannot be tried yet.
    package func refusals(_ tasks: [Plan.Task], comingNamespaces: Set<String>) async -> [Result] {
        var refused: [Result] = []
        for task in tasks {
            guard case .apply(let object) = task.action, !comingNamespaces.contains(object.namespace) else { continue }
            do {
                let resource = try await client.resource(for: object.type)
                _ = try await client.apply(object, as: resource, owner: owner, force: true, dryRun: true, strict: true)
            } catch let error as ClientError
                where error.code == .unknownKind && tasks.contains(where: { $0.defines(object.type.groupKind) })
            {
                continue
            } catch {
                refused.append(result(task, .syncFailed, "\(error)"))
            }
        }
        return refused
    }

    package func carryOut(_ task: Plan.Task, propagation: String = "Foreground") async -> Result {
        switch task.action {
        case .apply(let object): await apply(object, task)
        case .prune(let object): await prune(object, task, propagation)
        case .keep: result(task, .pruneSkipped, "ignored (no prune)")
        }
    }

    private func apply(_ object: KubeObject, _ task: Plan.Task) async -> Result {
        do {
            let resource = try await client.resource(for: object.type)
            let before = live.object(object.id)
            let after = try await client.apply(object, as: resource, owner: owner, force: true)
            live.wrote(after)
            let verb =
                before == nil
                ? "created" : before?.resourceVersion == after.resourceVersion ? "unchanged" : "configured"
            return result(task, .synced, "\(object.type.groupKind.resourceName)/\(object.name) \(verb)")
        } catch {
            return result(task, .syncFailed, "\(error)")
        }
    }

    private func prune(_ object: KubeObject, _ task: Plan.Task, _ propagation: String) async -> Result {
        do {
            let resource = try await client.resource(for: object.type)
            try await client.delete(resource, object.key, propagation: propagation, uid: object.uid)
            return result(task, .pruned, "pruned")
        } catch let status as Status where status.reason == .notFound {
            return result(task, .pruned, "pruned")
        } catch {
            return result(task, .syncFailed, "\(error)")
        }
    }

    private func result(_ task: Plan.Task, _ status: Result.Status, _ message: String) -> Result {
        Result(id: task.id, version: task.object.type.version, status: status, message: message)
    }
}

extension Plan.Task {
    /// Whether the task brings the definition of `kind`.
    fileprivate func defines(_ kind: GroupKind) -> Bool {
        guard case .apply(let object) = action, object.kind == "CustomResourceDefinition" else { return false }
        return object.spec["group"]?.string == kind.group && object.spec[path: "names", "kind"]?.string == kind.kind
    }
}

extension GroupKind {
    /// As kubectl names it in its messages: `virtualservice.networking.istio.io`.
    fileprivate var resourceName: String { GroupKind(group: group, kind: kind.lowercased()).description }
}
