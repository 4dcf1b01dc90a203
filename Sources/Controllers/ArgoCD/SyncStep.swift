internal import ControllerRuntime
internal import Health
internal import KubeTypes
internal import Planning
internal import SyncEngine
internal import Tree

/// Takes a sync one step further.
struct SyncStep {
    private let reconciler: ApplicationReconciler
    private let application: Application
    private let run: OperationRun
    private var now: Timestamp { reconciler.now() }

    init(_ reconciler: ApplicationReconciler, _ application: Application, _ run: OperationRun) {
        self.reconciler = reconciler
        self.application = application
        self.run = run
    }

    func advance(
        _ current: Manifests, _ comparison: Comparison, _ status: inout ApplicationStatus
    ) async throws -> Outcome {
        if run.isTerminating {
            status.setOperation(phase: "Failed", message: "Operation terminated")
            return .done(recheck: nil)
        }
        if let pause = run.remainingPause(now: now) {
            guard pause == 0 else { return .waiting(.seconds(pause), why: "the sync is tried again") }
            status.beginRetry()
            return try await advance(OperationRun(status.operationState) ?? run, current, comparison, &status)
        }
        return try await advance(run, current, comparison, &status)
    }

    private func advance(
        _ run: OperationRun, _ current: Manifests, _ comparison: Comparison, _ status: inout ApplicationStatus
    ) async throws -> Outcome {
        if let problem = run.problem {
            status.setOperation(phase: "Error", message: problem)
            return .done(recheck: nil)
        }
        let manifests: Manifests
        let state: Comparison
        do {
            (manifests, state) = try await wanted(run, current, comparison)
        } catch {
            // Without manifests there is nothing to go on with; the operation must not stay in the way of the next.
            status.setOperation(phase: "Error", message: "\(error)")
            return .done(recheck: nil)
        }
        status.setOperationRevision(manifests.revision, source: application.source)
        let plan = plan(run, manifests, state)
        if run.isFirstStep {
            let refused = await refusals(run, plan)
            guard refused.isEmpty else {
                status.addResults(refused)
                return fail(
                    run,
                    "one or more objects failed to apply (dry run): \(refused.map(\.message).joined(separator: "; "))",
                    &status)
            }
            if run.isDryRun {
                status.setOperation(phase: "Succeeded", message: "successfully synced (dry run)")
                return .done(recheck: nil)
            }
        }
        return await carryOut(run, plan, manifests, &status)
    }

    /// The manifests of the revision that the sync is for, which may no longer be the newest.
    private func wanted(
        _ run: OperationRun, _ current: Manifests, _ comparison: Comparison
    ) async throws -> (Manifests, Comparison) {
        guard let revision = run.revision, revision != current.revision else { return (current, comparison) }
        let commit = try await reconciler.repositories.commit(revision, in: application.repoURL)
        guard commit != current.revision else { return (current, comparison) }
        let manifests = try await reconciler.manifestMaker.manifests(of: application, revision: commit)
        return (manifests, try await reconciler.compare(application, manifests))
    }

    private func plan(_ run: OperationRun, _ manifests: Manifests, _ comparison: Comparison) -> Plan {
        let extra = comparison.objects.filter(\.needsPruning).compactMap(\.live)
        let states = Dictionary(comparison.objects.map { ($0.id, $0) }) { $1 }
        let onlyChanged = run.options.contains("ApplyOutOfSyncOnly=true")
        var desired = manifests.objects.filter { object in
            // What this sync applied itself stays in the plan, or its waves would change under way.
            let isOpen = states[object.id]?.sync != .synced || run.results[object.id] != nil
            return run.selects(object.id) && (!onlyChanged || isOpen)
        }
        if run.options.contains("RespectIgnoreDifferences=true") {
            let rules = application.ignoreRules
            desired = desired.map { object in
                states[object.id]?.live.map { rules.keepingIgnored(of: $0, in: object) } ?? object
            }
        }
        if let namespace = missingNamespace(run, manifests) { desired.append(namespace) }
        return Planning.plan(
            desired: desired, extra: extra.filter { run.selects($0.id) }, prunes: run.prunes,
            options: SyncOptions(run.options))
    }

    /// With CreateNamespace=true the namespace of the destination is made when nothing else makes it.
    private func missingNamespace(_ run: OperationRun, _ manifests: Manifests) -> KubeObject? {
        let name = application.namespace
        guard run.options.contains("CreateNamespace=true"), !name.isEmpty,
            !manifests.objects.contains(where: { $0.kind == "Namespace" && $0.name == name })
        else { return nil }
        var namespace = KubeObject(GroupVersionKind(group: "", version: "v1", kind: "Namespace"), name: name)
        namespace.setAnnotation("argocd.argoproj.io/sync-wave", "\(Int32.min)")
        return namespace
    }

    /// Nothing is applied until the server would take all of it.
    private func refusals(_ run: OperationRun, _ plan: Plan) async -> [Syncer.Result] {
        let coming = plan.tasks.compactMap { task -> String? in
            guard case .apply(let object) = task.action, object.kind == "Namespace" else { return nil }
            return object.name
        }
        return await reconciler.syncer.refusals(
            plan.tasks, comingNamespaces: Set(coming),
            skipsUnknownKinds: run.options.contains("SkipDryRunOnMissingResource=true"),
            validates: !run.options.contains("Validate=false"))
    }

    private func carryOut(
        _ run: OperationRun, _ plan: Plan, _ manifests: Manifests, _ status: inout ApplicationStatus
    ) async -> Outcome {
        var results = run.results
        while true {
            switch nextStep(
                of: plan, results: results, health: { id in reconciler.live.object(id).flatMap { health(of: $0) } })
            {
            case .run(let tasks):
                var done: [Syncer.Result] = []
                for task in tasks { done.append(await reconciler.syncer.carryOut(task, propagation: run.propagation)) }
                status.addResults(done)
                for result in done {
                    results[result.id] = result.status == .syncFailed ? .failed(result.message) : .succeeded
                }
            case .wait(let message):
                status.setOperation(phase: "Running", message: message)
                // A change of health comes by watch; the time is for what a watch does not tell.
                return .waiting(.seconds(5), why: message)
            case .failed(let message):
                return fail(run, message, &status)
            case .succeeded:
                succeed(run, manifests, &status)
                return .done(recheck: nil)
            }
        }
    }

    private func succeed(_ run: OperationRun, _ manifests: Manifests, _ status: inout ApplicationStatus) {
        status.setOperation(phase: "Succeeded", message: "successfully synced (all tasks run)")
        guard !run.isSelective else { return }
        status.addHistory(
            revision: manifests.revision, source: application.source, startedAt: run.startedAt,
            initiatedBy: run.initiatedBy,
            limit: application.historyLimit)
    }

    private func fail(_ run: OperationRun, _ message: String, _ status: inout ApplicationStatus) -> Outcome {
        guard run.mayRetry else {
            status.setOperation(phase: "Failed", message: message)
            return .done(recheck: nil)
        }
        let count = run.retryCount + 1
        status.scheduleRetry(message: "\(message). Retrying attempt #\(count).", count: count)
        return .waiting(.seconds(run.pause(count: count)), why: message)
    }
}
