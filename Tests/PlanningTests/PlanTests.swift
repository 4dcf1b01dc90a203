import Health
import KubeTypes
import Testing
import Tree

@testable import Planning

@Suite("Plan of a sync")
struct PlanTests {
    private func object(
        _ kind: String, _ name: String, in namespace: String = "shop", wave: Int? = nil, options: String? = nil
    ) -> KubeObject {
        let groups = ["Deployment": "apps", "Gateway": "networking.istio.io", "VirtualService": "networking.istio.io"]
        var object = KubeObject(
            GroupVersionKind(group: groups[kind] ?? "", version: "v1", kind: kind), namespace: namespace, name: name)
        if let wave { object.setAnnotation("argocd.argoproj.io/sync-wave", "\(wave)") }
        if let options { object.setAnnotation("argocd.argoproj.io/sync-options", options) }
        return object
    }

    /// The plan as text: waves with `+` for apply, `-` for prune, `=` for keep.
    private func text(
        _ desired: [KubeObject], extra: [KubeObject] = [], prunes: Bool = true, options: [String] = []
    ) -> [String] {
        plan(desired: desired, extra: extra, prunes: prunes, options: SyncOptions(options)).waves.map { wave in
            let tasks = wave.tasks.map { task in
                switch task.action {
                case .apply: "+\(task.object.name)"
                case .prune: "-\(task.object.name)"
                case .keep: "=\(task.object.name)"
                }
            }
            return "\(wave.number): " + tasks.joined(separator: " ")
        }
    }

    @Test("waves come by number, then kinds, then names")
    func order() {
        #expect(
            text([
                object("VirtualService", "b"), object("Gateway", "a"), object("Deployment", "d"),
                object("Service", "s"),
                object("ConfigMap", "c"), object("Gateway", "late", wave: 2), object("Gateway", "early", wave: -1),
            ]) == ["-1: +early", "0: +c +s +d +a +b", "2: +late"])
    }

    @Test(
        "a wave is a whole number of either annotation",
        arguments: [
            ("argocd.argoproj.io/sync-wave", "3", 3), ("helm.sh/hook-weight", "-2", -2),
            ("argocd.argoproj.io/sync-wave", "x", 0), ("other", "3", 0),
        ])
    func waves(annotation: String, value: String, expected: Int) {
        var object = object("Gateway", "a")
        object.setAnnotation(annotation, value)
        #expect(syncWave(of: object) == expected)
    }

    @Test("a namespace comes with the first object that lives in it")
    func namespaces() {
        #expect(
            text([
                object("Gateway", "a", wave: -5), object("Namespace", "shop", in: ""),
                object("Namespace", "other", in: "", wave: 3),
            ]) == ["-5: +shop +a", "3: +other"])
    }

    @Test("a definition comes with the first object of its kind")
    func definitions() {
        var definition = object("CustomResourceDefinition", "gateways", in: "", wave: 2)
        definition.root["spec"] = ["group": "networking.istio.io", "names": ["kind": "Gateway"]]
        #expect(
            text([object("Gateway", "a", wave: 1), object("Gateway", "b", wave: -1), definition])
                == ["-1: +gateways +b", "1: +a"])
        #expect(text([object("Service", "a"), definition]) == ["0: +a", "2: +gateways"])
    }

    @Test("what goes does so before what comes, in the opposite order of waves and kinds")
    func pruning() {
        #expect(
            text(
                [object("Gateway", "new")],
                extra: [
                    object("Service", "s"), object("Deployment", "d"), object("Gateway", "first", wave: 5),
                    object("Gateway", "last", wave: -5),
                ]) == ["-5: -first", "0: -d -s +new", "5: -last"])
    }

    @Test("PruneLast prunes after everything, by the application's option or the object's")
    func pruneLast() {
        let (a, b) = (object("Gateway", "a", wave: -3), object("Gateway", "b", options: "PruneLast=true"))
        let desired = [object("Gateway", "new", wave: 4)]
        // The waves are mirrored before one of them is left for last.
        #expect(text(desired, extra: [a, b]) == ["0: -a", "4: +new", "5: -b"])
        #expect(text(desired, extra: [a, b], options: ["PruneLast=true"]) == ["4: +new", "5: -a -b"])
    }

    @Test("Prune=false keeps, and an object may know better than its application")
    func keeping() {
        let extra = [
            object("Gateway", "a"), object("Gateway", "b", options: "Prune=false"),
            object("Gateway", "c", options: "Validate=false, Prune=true"),
        ]
        #expect(text([], extra: extra) == ["0: -a =b -c"])
        #expect(text([], extra: extra, options: ["Prune=false"]) == ["0: =a =b -c"])
        #expect(text([], extra: extra, prunes: false) == ["0: =a =b =c"])
    }

    // MARK: Going on

    private func describe(_ step: NextStep) -> String {
        switch step {
        case .run(let tasks): "run " + tasks.map(\.object.name).joined(separator: " ")
        case .wait(let message): "wait: \(message)"
        case .succeeded: "succeeded"
        case .failed(let message): "failed: \(message)"
        }
    }

    @Test("a sync goes through its waves, waits for health between them, and ends with the last")
    func wholeSync() {
        let (first, second, last) = (
            object("Deployment", "one"), object("Gateway", "two"), object("Deployment", "three", wave: 1)
        )
        let plan = plan(desired: [first, second, last], extra: [], prunes: false, options: SyncOptions([]))
        var results: [ObjectID: TaskResult] = [:]
        var state: [ObjectID: Health] = [:]
        // Each look begins anew from what was recorded, as after a restart.
        func step() -> String { describe(nextStep(of: plan, results: results) { state[$0] }) }

        #expect(step() == "run one two")
        results[first.id] = .succeeded
        #expect(step() == "run two")
        results[second.id] = .succeeded
        for status in [Health.Status.progressing, .suspended, .missing, .unknown] {
            state[first.id] = Health(status)
            #expect(step() == "wait: waiting for healthy state of apps/Deployment/one")
        }
        state[first.id] = Health(.degraded, "too late")
        #expect(step() == "failed: Deployment shop/one is degraded: too late")
        state[first.id] = Health(.healthy)
        #expect(step() == "run three")
        results[last.id] = .succeeded
        state[last.id] = Health(.progressing)
        #expect(step() == "succeeded")
    }

    @Test("a failure lets the rest of its wave go on, and no later wave")
    func failure() {
        let (first, second, last) = (object("Gateway", "a"), object("Gateway", "b"), object("Gateway", "c", wave: 1))
        let plan = plan(desired: [first, second, last], extra: [], prunes: false, options: SyncOptions([]))
        let failed: [ObjectID: TaskResult] = [first.id: .failed("no")]
        #expect(describe(nextStep(of: plan, results: failed) { _ in nil }) == "run b")
        let both = failed.merging([second.id: .succeeded]) { $1 }
        #expect(
            describe(nextStep(of: plan, results: both) { _ in nil }) == "failed: one or more objects failed to apply")
    }

    @Test("a plan without tasks has succeeded")
    func nothing() {
        let plan = plan(desired: [], extra: [], prunes: true, options: SyncOptions([]))
        #expect(describe(nextStep(of: plan, results: [:]) { _ in nil }) == "succeeded")
    }
}
