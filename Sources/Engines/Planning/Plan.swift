package import KubeTypes
internal import Tree

/// What a sync does, in order: the waves one after the other, each complete and healthy before the next begins.
package struct Plan: Sendable {
    package struct Wave: Sendable {
        package var number: Int
        package var tasks: [Task]
    }

    package struct Task: Sendable {
        package enum Action: Sendable {
            /// The object becomes `desired`.
            case apply(KubeObject)
            /// The live object goes, as nothing asks for it any more.
            case prune(KubeObject)
            /// It would go, but the options keep it.
            case keep(KubeObject)
        }

        package var action: Action

        package init(action: Action) { self.action = action }

        package var object: KubeObject {
            switch action {
            case .apply(let object), .prune(let object), .keep(let object): object
            }
        }

        package var id: ObjectID { object.id }
    }

    package var waves: [Wave]

    package var tasks: [Task] { waves.flatMap(\.tasks) }
}

/// Puts the changes of a sync in order (Argo CD's order: wave, kind, name; pruning goes through the waves backwards).
///
/// - Parameters:
///   - desired: What is to be there.
///   - extra: What is there of this application and no longer desired.
///   - prunes: Whether extra objects go; otherwise they are kept and said so.
package func plan(desired: [KubeObject], extra: [KubeObject], prunes: Bool, options: SyncOptions) -> Plan {
    var tasks: [(wave: Int, task: Plan.Task)] = desired.map { (syncWave(of: $0), Plan.Task(action: .apply($0))) }
    tasks = definitionsFirst(namespacesFirst(tasks))
    let lastWave = max(tasks.map(\.wave).max() ?? 0, 0)
    let mirrored = mirroredWaves(Set(extra.map(syncWave)))
    for object in extra {
        let own = SyncOptions(of: object)
        let isKept =
            !prunes || own.contains("Prune=false") || (options.contains("Prune=false") && !own.contains("Prune=true"))
        let isLast = own.contains("PruneLast=true") || options.contains("PruneLast=true")
        let wave = isLast ? lastWave + 1 : mirrored[syncWave(of: object)] ?? 0
        tasks.append((wave, Plan.Task(action: isKept ? .keep(object) : .prune(object))))
    }
    let waves = Dictionary(grouping: tasks, by: \.wave).map { number, tasks in
        Plan.Wave(number: number, tasks: tasks.map(\.task).sorted(by: comesBefore))
    }
    return Plan(waves: waves.sorted { $0.number < $1.number })
}

/// A namespace belongs to the wave of the first object that lives in it, and stands before it.
private func namespacesFirst(_ tasks: [(wave: Int, task: Plan.Task)]) -> [(wave: Int, task: Plan.Task)] {
    var firstUse: [String: Int] = [:]
    for (wave, task) in tasks where !task.object.namespace.isEmpty {
        firstUse[task.object.namespace] = min(firstUse[task.object.namespace] ?? wave, wave)
    }
    return tasks.map { wave, task in
        guard task.object.kind == "Namespace", task.object.type.group.isEmpty, let first = firstUse[task.object.name]
        else {
            return (wave, task)
        }
        return (min(wave, first), task)
    }
}

/// A definition belongs to the wave of the first object of its kind, and stands before it.
private func definitionsFirst(_ tasks: [(wave: Int, task: Plan.Task)]) -> [(wave: Int, task: Plan.Task)] {
    let firstUse = Dictionary(tasks.map { ($0.task.id.groupKind, $0.wave) }) { min($0, $1) }
    return tasks.map { wave, task in
        guard task.object.kind == "CustomResourceDefinition" else { return (wave, task) }
        let kind = GroupKind(
            group: task.object.spec["group"]?.string ?? "",
            kind: task.object.spec[path: "names", "kind"]?.string ?? "")
        return (min(wave, firstUse[kind] ?? wave), task)
    }
}

/// The lowest wave changes places with the highest, and so on inwards.
private func mirroredWaves(_ waves: Set<Int>) -> [Int: Int] {
    let sorted = waves.sorted()
    return Dictionary(uniqueKeysWithValues: zip(sorted, sorted.reversed()))
}

/// Within a wave: what goes before what comes, then by kind, then by name.
private func comesBefore(_ a: Plan.Task, _ b: Plan.Task) -> Bool {
    func rank(_ task: Plan.Task) -> (Int, Int, String, String) {
        if case .apply(let object) = task.action { return (1, kindRank(object.kind), object.name, object.namespace) }
        return (0, -kindRank(task.object.kind), task.object.name, task.object.namespace)
    }
    return rank(a) < rank(b)
}

/// What others stand on comes first. By name of the kind only, as in Argo CD; a kind that is not listed comes last.
private func kindRank(_ kind: String) -> Int { ranks[kind] ?? ranks.count }

private let ranks: [String: Int] = {
    let order = [
        "Namespace", "NetworkPolicy", "ResourceQuota", "LimitRange", "PodSecurityPolicy", "PodDisruptionBudget",
        "ServiceAccount", "Secret", "SecretList", "ConfigMap", "StorageClass", "PersistentVolume",
        "PersistentVolumeClaim",
        "CustomResourceDefinition", "ClusterRole", "ClusterRoleList", "ClusterRoleBinding", "ClusterRoleBindingList",
        "Role",
        "RoleList", "RoleBinding", "RoleBindingList", "Service", "DaemonSet", "Pod", "ReplicationController",
        "ReplicaSet",
        "Deployment", "HorizontalPodAutoscaler", "StatefulSet", "Job", "CronJob", "IngressClass", "Ingress",
        "APIService",
    ]
    return Dictionary(uniqueKeysWithValues: zip(order, order.indices))
}()
