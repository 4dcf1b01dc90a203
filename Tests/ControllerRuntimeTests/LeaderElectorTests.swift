import KubeClient
import KubeTypes
import Synchronization
import TestSupport
import Testing

@testable import ControllerRuntime

@Suite("Leaders on a cluster", .timeLimit(.minutes(2)))
struct LeaderElectorTests {
    /// Short times, so that a test sees several terms.
    private var timing: LeaseElection.Timing {
        var timing = LeaseElection.Timing()
        timing.duration = .seconds(2)
        timing.renewDeadline = .seconds(1)
        timing.retryPeriod = .milliseconds(50)
        return timing
    }

    private final class Working: Sendable {
        struct State: Sendable {
            var now: Set<Int> = []
            var most = 0
            var all: Set<Int> = []
        }
        let state = Mutex(State())

        func begin(_ index: Int) {
            state.withLock { state in
                state.now.insert(index)
                state.most = max(state.most, state.now.count)
                state.all.insert(index)
            }
        }
        func end(_ index: Int) { state.withLock { _ = $0.now.remove(index) } }
        var seen: State { state.withLock { $0 } }
    }

    private let key = ObjectKey(namespace: "default", name: "leader")

    @Test("of several only one works; when it ends, another goes on")
    func one() async throws {
        let cluster = try await Cluster()
        let working = Working()
        let tasks = (0..<3).map { index in
            let elector = LeaderElector(cluster.client, lease: key, identity: "replica-\(index)", timing: timing)
            return Task {
                try await elector.run {
                    working.begin(index)
                    defer { working.end(index) }
                    try await Task.sleep(for: .seconds(3600))
                }
            }
        }
        defer { for task in tasks { task.cancel() } }
        var ended: Set<Int> = []
        while ended.count < 3 {
            let leader = try await eventually("one leads") { working.seen.now.first }
            let lease = try await cluster.client.get(try await cluster.resource("coordination.k8s.io/v1", "Lease"), key)
            #expect(LeaseRecord(lease).holder == "replica-\(leader)")
            tasks[leader].cancel()
            try await eventually("it ends", holds: { !working.seen.now.contains(leader) })
            ended.insert(leader)
        }
        #expect(working.seen.most == 1)
        #expect(working.seen.all == [0, 1, 2])
        for task in tasks { _ = await task.result }
        let lease = try await cluster.client.get(try await cluster.resource("coordination.k8s.io/v1", "Lease"), key)
        #expect(LeaseRecord(lease).holder.isEmpty)
    }

    @Test("who is cut off stops before another may begin")
    func cutOff() async throws {
        let cluster = try await Cluster()
        let working = Working()
        let elector = LeaderElector(cluster.client, lease: key, identity: "one", timing: timing)
        let task = Task {
            try await elector.run {
                working.begin(1)
                defer { working.end(1) }
                try await Task.sleep(for: .seconds(3600))
            }
        }
        defer { task.cancel() }
        try await eventually("it leads", holds: { !working.seen.now.isEmpty })
        try await cluster.stop()
        try await eventually("it stops", holds: { working.seen.now.isEmpty })
        #expect(!elector.isLeader)
    }
}
