internal import ControllerRuntime
internal import Diagnostics
internal import Foundation
internal import GitRepository
internal import Health
internal import KubeClient
internal import KubeTypes
internal import Planning
internal import SyncEngine
internal import Tree
internal import Validation

/// Brings one application to where its source says it should be. Reads everything, decides, does one step, writes once.
struct ApplicationReconciler: Sendable {
    let client: KubeClient
    let resource: ServedResource
    let live: LiveState
    let repositories: Repositories
    let manifestMaker: ManifestMaker
    let syncer: Syncer
    let now: @Sendable () -> Timestamp

    func reconcile(_ key: ObjectKey) async -> Outcome {
        do {
            let application = Application(try await client.get(resource, key))
            guard !application.isSkipped else { return .done(recheck: nil) }
            if application.object.isBeingDeleted { return try await ApplicationDeletion(self, application).step() }
            return try await reconcile(application)
        } catch let status as Status where status.reason == .notFound {
            return .done(recheck: nil)
        } catch {
            return .failed(why: "\(error)")
        }
    }

    // MARK: Comparison

    private func reconcile(_ application: Application) async throws -> Outcome {
        var status = ApplicationStatus(application, now: now())
        var conditions = Conditions()
        if let problem = application.problem {
            conditions.add("InvalidSpecError", problem)
            return try await finish(application, &status, conditions, .stalled(why: problem), unknown: true)
        }
        if application.refresh != nil { await repositories.invalidate(application.repoURL) }
        let manifests: Manifests
        do {
            let revision = try await repositories.commit(application.targetRevision, in: application.repoURL)
            manifests = try await manifestMaker.manifests(of: application, revision: revision)
        } catch let error as Refused {
            for finding in error.findings.prefix(20) { conditions.add("ComparisonError", finding.description) }
            // Only another commit helps, and that comes by itself.
            return try await finish(application, &status, conditions, .done(recheck: nil), unknown: true)
        } catch {
            conditions.add("ComparisonError", "\(error)")
            return try await finish(
                application, &status, conditions, .waiting(.seconds(10), why: "\(error)"), unknown: true)
        }
        let comparison: Comparison
        do {
            comparison = try await compare(application, manifests)
        } catch {
            conditions.add("ComparisonError", "the cluster cannot be read: \(error)")
            return try await finish(
                application, &status, conditions, .waiting(.seconds(10), why: "\(error)"), unknown: true)
        }
        status.setComparison(comparison, application, revision: manifests.revision, sourceType: manifests.sourceType)
        let outcome = try await operate(application, manifests, comparison, &status, &conditions)
        return try await finish(application, &status, conditions, outcome, unknown: false)
    }

    func compare(_ application: Application, _ manifests: Manifests) async throws -> Comparison {
        try await live.follow(Set(manifests.objects.map(\.type)).union(application.knownTypes))
        let wanted = Set(manifests.objects.map(\.id))
        let extra = live.objects { object in
            TrackingID.owner(of: object) == application.object.name && !wanted.contains(object.id)
        }
        return ArgoCD.compare(
            desired: manifests.objects, extra: extra, live: live.object,
            definition: { SchemaStation.served.definition($0) }, ignoring: application.ignoreRules,
            owner: ApplicationController.fieldOwner)
    }

    // MARK: Operation

    /// Starts or continues a sync, where there is reason for one.
    private func operate(
        _ application: Application, _ manifests: Manifests, _ comparison: Comparison, _ status: inout ApplicationStatus,
        _ conditions: inout Conditions
    ) async throws -> Outcome {
        if let run = OperationRun(status.operationState) {
            return try await step(application, run, manifests, comparison, &status)
        }
        var operation = application.operation
        if operation == nil {
            let decision = AutoSync(
                application: application, comparison: comparison, revision: manifests.revision, now: now()
            ).decision
            switch decision {
            case .nothing: return .done(recheck: nil)
            case .later(let pause): return .waiting(pause, why: "healing backs off")
            case .refuse(let why):
                conditions.add("SyncError", why)
                return .done(recheck: nil)
            case .start(let started): operation = started
            }
        }
        guard let operation else { return .done(recheck: nil) }
        status.beginOperation(operation)
        // Written before anything is done, so that a restart finds it.
        try await write(application, status.node, operation: operation)
        guard let run = OperationRun(status.operationState) else { return .done(recheck: nil) }
        return try await step(application, run, manifests, comparison, &status)
    }

    private func step(
        _ application: Application, _ run: OperationRun, _ manifests: Manifests, _ comparison: Comparison,
        _ status: inout ApplicationStatus
    ) async throws -> Outcome {
        let sync = SyncStep(self, application, run)
        let outcome = try await sync.advance(manifests, comparison, &status)
        // What was written shows in the same status, without waiting for the watch.
        let after = try await compare(application, manifests)
        status.setComparison(after, application, revision: manifests.revision, sourceType: manifests.sourceType)
        return outcome
    }

    // MARK: Writing

    private func finish(
        _ application: Application, _ status: inout ApplicationStatus, _ conditions: Conditions, _ outcome: Outcome,
        unknown: Bool
    ) async throws -> Outcome {
        if unknown { status.setUnknown(application) }
        status.setConditions(conditions)
        status.setReconciled(asked: application.refresh != nil)
        let isOver = OperationRun(status.operationState) == nil
        guard status.hasChanged || application.refresh != nil || (application.operation != nil && isOver) else {
            return outcome
        }
        try await write(application, status.node, operation: isOver ? Node(.null) : nil)
        return outcome
    }

    /// One patch for all: the status, the operation field, and the end of a refresh that was asked for.
    private func write(_ application: Application, _ status: Node, operation: Node?) async throws {
        var patch: Node = ["status": replacing(application.object.root["status"], with: status)]
        if let operation,
            !(operation.isNull && application.object.root["operation"] == nil && status["operationState"] == nil)
        {
            patch["operation"] = operation
        }
        if application.refresh != nil {
            patch["metadata"] = ["annotations": [Application.refreshAnnotation: nil]]
        }
        _ = try await client.merge(patch, into: resource, application.key)
    }

    /// A merge patch keeps what it does not name; here everything that is gone is named as null.
    private func replacing(_ old: Node?, with new: Node) -> Node {
        guard let old = old?.mapping, case .mapping(var mapping) = new.value else { return new }
        mapping.updateEach { key, value in value = replacing(old[key], with: value) }
        for key in old.keys where mapping[key] == nil { mapping[key] = Node(.null) }
        return Node(mapping)
    }
}

extension Application {
    /// The kinds of the objects that the application had when its status was written.
    var knownTypes: Set<GroupVersionKind> {
        Set(
            (object.status["resources"]?.elements ?? []).map {
                GroupVersionKind(
                    group: $0["group"]?.string ?? "", version: $0["version"]?.string ?? "",
                    kind: $0["kind"]?.string ?? "")
            })
    }
}
