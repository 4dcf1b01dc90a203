internal import Foundation
package import KubeClient
package import KubeTypes
internal import Synchronization

/// Holds a Lease while some work goes on, so that of several replicas only one does it.
package final class LeaderElector: Sendable {
    private let client: KubeClient
    private let key: ObjectKey
    private let election: Mutex<LeaseElection>
    private let onChange: @Sendable (Bool) -> Void
    private let onLook: @Sendable () -> Void

    /// - Parameters:
    ///   - key: The Lease. It is made when it is missing; its namespace has to be there.
    ///   - identity: What tells this replica from others: the name of its pod.
    ///   - onChange: Called when this replica has become the holder, or is it no longer.
    ///   - onLook: Called when another was found to hold it: this replica stands by.
    package init(
        _ client: KubeClient, lease key: ObjectKey, identity: String, timing: LeaseElection.Timing = .init(),
        onChange: @escaping @Sendable (Bool) -> Void = { _ in }, onLook: @escaping @Sendable () -> Void = {}
    ) {
        self.client = client
        self.key = key
        self.onChange = onChange
        self.onLook = onLook
        election = Mutex(LeaseElection(identity: identity, timing: timing))
    }

    /// Whether this replica may write at this moment.
    package var isLeader: Bool { election.withLock { $0.isHolder(at: .now) } }

    /// Works whenever this replica holds the Lease, until the task is cancelled; then lets others have it. Work that has lost
    /// the Lease is cancelled, and nothing begins anew before it has ended.
    ///
    /// - Throws: What `work` throws when nobody has cancelled it.
    package func run(_ work: @escaping @Sendable () async throws -> Void) async throws {
        defer { if isLeader { onChange(false) } }
        while !Task.isCancelled {
            guard await acquire() else { break }
            onChange(true)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await work()
                    return true
                }
                group.addTask {
                    await self.renew()
                    return false
                }
                do {
                    _ = try await group.next()
                } catch  where !isLeader || Task.isCancelled {}
                group.cancelAll()
                while (try? await group.next()) != nil {}
            }
            if Task.isCancelled { break }
            if !isLeader { onChange(false) }
        }
        // The task is cancelled, and the last request is not part of it.
        await Task { await self.release() }.value
    }

    /// Returns when this replica holds the Lease; false when the task was cancelled before.
    private func acquire() async -> Bool {
        while !Task.isCancelled {
            let pause = await step()
            if isLeader { return true }
            try? await Task.sleep(for: pause)
        }
        return false
    }

    /// Returns when the Lease is lost, or the task cancelled.
    private func renew() async {
        while !Task.isCancelled, isLeader {
            let pause = await untilEnd { await self.step() } ?? .zero
            guard isLeader else { return }
            try? await Task.sleep(for: pause)
        }
    }

    /// What the work gives, unless the Lease ends before: an answer that comes later helps nobody.
    private func untilEnd(_ work: @escaping @Sendable () async -> Duration) async -> Duration? {
        guard let end = election.withLock({ $0.end }) else { return nil }
        return await withTaskGroup(of: Duration?.self) { group in
            group.addTask { await work() }
            group.addTask {
                try? await Task.sleep(until: end, clock: .continuous)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }

    /// Looks at the Lease once, writes it when it may, and gives the time until the next look.
    private func step() async -> Duration {
        let timing = election.withLock { $0.timing }
        do {
            let resource = try await client.resource(for: Self.type)
            let found = try await lease(resource)
            let step = election.withLock {
                $0.look(at: found.map { LeaseRecord($0) }, now: .now, clock: Self.clock)
            }
            guard case .write(let record) = step else {
                onLook()
                return jittered(timing.retryPeriod)
            }
            let began = ContinuousClock.now
            try await write(record, over: found, resource)
            election.withLock { $0.wrote(record, began: began) }
            return timing.retryPeriod
        } catch {
            // Another was faster, or the server is away: the next look tells.
            return jittered(timing.retryPeriod)
        }
    }

    /// Candidates that wait for the same end should not all come at once.
    private func jittered(_ pause: Duration) -> Duration { pause * Double.random(in: 1...1.2) }

    private func lease(_ resource: ServedResource) async throws -> KubeObject? {
        do { return try await client.get(resource, key) } catch let status as Status where status.reason == .notFound {
            return nil
        }
    }

    private func write(_ record: LeaseRecord, over old: KubeObject?, _ resource: ServedResource) async throws {
        var lease = old ?? KubeObject(Self.type, namespace: key.namespace, name: key.name)
        record.put(into: &lease)
        // The resourceVersion of the one that was read guards against a write in between.
        if old == nil {
            _ = try await client.create(lease, as: resource)
        } else {
            _ = try await client.replace(lease, as: resource)
        }
    }

    private func release() async {
        guard let record = election.withLock({ $0.release(clock: Self.clock) }),
            let resource = try? await client.resource(for: Self.type), let lease = try? await lease(resource),
            LeaseRecord(lease).holder == election.withLock({ $0.identity })
        else { return }
        try? await write(record, over: lease, resource)
        onChange(false)
    }

    private static let type = GroupVersionKind(group: "coordination.k8s.io", version: "v1", kind: "Lease")

    private static var clock: MicroTime { MicroTime(microseconds: Int(Date().timeIntervalSince1970 * 1e6)) }
}
