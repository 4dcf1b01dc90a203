internal import ArgoCD
internal import ControllerRuntime
internal import ServiceLifecycle
internal import Synchronization

/// Does the work of the controllers while this replica leads, or always where there is no election.
struct Leadership: Service {
    let elector: LeaderElector?
    let standing: Standing
    let work: ApplicationController

    func run() async throws {
        let work = work
        guard let elector else {
            standing.note(.leads)
            return try await work.run()
        }
        try await cancelWhenGracefulShutdown { try await elector.run { try await work.run() } }
    }
}

/// What a replica is about, for the probe that asks whether it is ready.
final class Standing: Sendable {
    enum State { case starts, standsBy, leads }

    private let state = Mutex(State.starts)

    func note(_ new: State) { state.withLock { $0 = new } }

    /// Why the replica neither leads nor could take over.
    var unready: String? { state.withLock { $0 } == .starts ? "the Lease has not been read yet" : nil }
}
