package import Health
package import KubeTypes

/// How far a task of a sync has come.
package enum TaskResult: Equatable, Sendable {
    case succeeded
    case failed(String)
}

/// What a sync does next.
package enum NextStep: Sendable {
    /// Carry these out: the rest of a wave.
    case run([Plan.Task])
    /// Something of the wave is not healthy yet.
    case wait(String)
    case succeeded
    case failed(String)
}

/// Decides how a sync goes on. It can be asked at any time, also after a restart: all it needs is what was recorded.
///
/// - Parameters:
///   - results: What became of the tasks that were carried out.
///   - health: The health of an object now; nil when its kind has none, or it is not there.
package func nextStep(
    of plan: Plan, results: [ObjectID: TaskResult], health: (ObjectID) -> Health?
) -> NextStep {
    for (index, wave) in plan.waves.enumerated() {
        let open = wave.tasks.filter { results[$0.id] == nil }
        if !open.isEmpty { return .run(open) }
        let failed = wave.tasks.filter { if case .failed = results[$0.id] { true } else { false } }
        if !failed.isEmpty { return .failed("one or more objects failed to apply") }
        // The last wave ends the sync as soon as it is applied; the health of the application tells the rest.
        guard index < plan.waves.count - 1 else { continue }
        switch state(of: wave, health) {
        case .healthy: continue
        case .waiting(let message): return .wait(message)
        case .failed(let message): return .failed(message)
        }
    }
    return .succeeded
}

private enum WaveState {
    case healthy
    case waiting(String)
    case failed(String)
}

private func state(of wave: Plan.Wave, _ health: (ObjectID) -> Health?) -> WaveState {
    for task in wave.tasks {
        guard let health = health(task.id) else { continue }
        let object = task.object
        if case .keep = task.action { continue }
        if case .prune = task.action {
            // Still there: a finalizer holds it, or the watch has not told yet.
            return .waiting("waiting for the deletion of \(object.type.group)/\(object.kind)/\(object.name)")
        }
        switch health.status {
        case .healthy: continue
        case .degraded: return .failed("\(object.kind) \(object.key) is degraded: \(health.message)")
        default: return .waiting("waiting for healthy state of \(object.type.group)/\(object.kind)/\(object.name)")
        }
    }
    return .healthy
}
