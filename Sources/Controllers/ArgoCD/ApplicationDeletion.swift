internal import ControllerRuntime
internal import KubeClient
internal import KubeTypes
internal import Planning
internal import SyncEngine
internal import Tree

/// Ends an application: with the finalizer its objects go first, the highest wave before the others; without it they stay.
struct ApplicationDeletion {
    private static let finalizer = "resources-finalizer.argocd.argoproj.io"

    private let reconciler: ApplicationReconciler
    private let application: Application

    init(_ reconciler: ApplicationReconciler, _ application: Application) {
        self.reconciler = reconciler
        self.application = application
    }

    func step() async throws -> Outcome {
        let own = application.object.finalizers.filter { $0 == Self.finalizer || $0.hasPrefix(Self.finalizer + "/") }
        guard let finalizer = own.first else { return .done(recheck: nil) }
        try await reconciler.live.follow(application.knownTypes)
        let objects = reconciler.live.objects { TrackingID.owner(of: $0) == application.object.name }.filter(isDeleted)
        guard let wave = objects.map(syncWave).max() else { return try await release(own) }
        let propagation = finalizer.hasSuffix("/background") ? "Background" : "Foreground"
        for object in objects where syncWave(of: object) == wave && !object.isBeingDeleted {
            let result = await reconciler.syncer.carryOut(Plan.Task(action: .prune(object)), propagation: propagation)
            if result.status == .syncFailed { return .failed(why: result.message) }
        }
        // The watch tells when they are gone.
        return .waiting(.seconds(2), why: "waiting for the objects of wave \(wave) to go")
    }

    private func isDeleted(_ object: KubeObject) -> Bool {
        object.kind != "CustomResourceDefinition" && !SyncOptions(of: object).contains("Delete=false")
            && object.annotation("helm.sh/resource-policy") != "keep"
    }

    private func release(_ own: [String]) async throws -> Outcome {
        let rest = application.object.finalizers.filter { !own.contains($0) }
        let patch: Node = [
            "metadata": [
                "finalizers": rest.isEmpty ? Node(.null) : Node(rest.map { Node($0) }),
                "resourceVersion": Node(application.object.resourceVersion),
            ]
        ]
        _ = try await reconciler.client.merge(patch, into: reconciler.resource, application.key)
        return .done(recheck: nil)
    }
}
