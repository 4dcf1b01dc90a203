import Health
import KubeTypes
import Planning
import SyncEngine
import Testing
import Tree

@testable import ArgoCD

@Suite("Tracking")
struct TrackingTests {
    private let id = TrackingID(
        instance: "shop",
        id: ObjectID(
            GroupKind(group: "networking.istio.io", kind: "Gateway"), ObjectKey(namespace: "prod", name: "web")))

    @Test("a mark is read as it is written")
    func roundTrip() {
        #expect("\(id)" == "shop:networking.istio.io/Gateway:prod/web")
        #expect(TrackingID("\(id)") == id)
        #expect(TrackingID("a:/Service:ns/n")?.id.groupKind == GroupKind(group: "", kind: "Service"))
    }

    @Test(
        "anything else is no mark", arguments: ["", "a", "a:b", "a:b:c", "a:b/c:d", "a:b/c/d:e/f", "a:b/c:d/e/f", "::"])
    func nonsense(text: String) { #expect(TrackingID(text) == nil) }

    @Test(
        "a mark counts on its own object only",
        arguments: [
            ("prod", "web", "Gateway", "shop"), ("", "web", "Gateway", "shop"), ("test", "web", "Gateway", nil),
            ("prod", "copy", "Gateway", nil), ("prod", "web", "Sidecar", nil),
        ] as [(String, String, String, String?)])
    func owner(namespace: String, name: String, kind: String, expected: String?) {
        var object = KubeObject(
            GroupVersionKind(group: "networking.istio.io", version: "v1", kind: kind), namespace: namespace, name: name)
        #expect(TrackingID.owner(of: object) == nil)
        object.setAnnotation(TrackingID.annotation, "\(id)")
        #expect(TrackingID.owner(of: object) == expected)
    }
}

/// What the tests below begin with.
enum Sample {
    static let source: Node = ["repoURL": "https://git.example.com/shop", "path": "apps"]
    static let now = Timestamp(seconds: 1_767_323_045)

    static func application(automated: Node? = [:], _ change: (inout Node) -> Void = { _ in }) -> Application {
        var root: Node = [
            "apiVersion": "argoproj.io/v1alpha1", "kind": "Application",
            "metadata": ["name": "shop", "namespace": "argocd"],
            "spec": [
                "project": "default", "source": source,
                "destination": ["server": "https://kubernetes.default.svc", "namespace": "prod"],
            ],
        ]
        if let automated { root.set(automated, at: ["spec", "syncPolicy", "automated"]) }
        change(&root)
        return Application(KubeObject(root))
    }

    static func compared(_ name: String, _ sync: ComparedObject.Sync, isExtra: Bool = false) -> ComparedObject {
        let object = KubeObject(
            GroupVersionKind(group: "networking.istio.io", version: "v1", kind: "Gateway"), namespace: "prod",
            name: name)
        return ComparedObject(
            id: object.id, version: "v1", desired: isExtra ? nil : object, live: object, sync: sync, health: nil)
    }

    static func attempted(_ phase: String, secondsAgo: Int = 10, attempts: Int = 0, revision: String = "abc") -> Node {
        [
            "phase": Node(phase), "message": "why", "syncResult": ["revision": Node(revision), "source": source],
            "finishedAt": Node(Timestamp(seconds: now.seconds - secondsAgo).description),
            "operation": ["sync": ["autoHealAttemptsCount": Node(attempts)]],
        ]
    }
}

@Suite("Automated sync")
struct AutoSyncTests {
    private func decide(
        _ application: Application, _ objects: [ComparedObject] = [Sample.compared("web", .outOfSync)]
    ) -> AutoSyncDecision {
        AutoSync(
            application: application, comparison: Comparison(objects: objects), revision: "abc", now: Sample.now
        ).decision
    }

    private func application(_ automated: Node, last: Node) -> Application {
        Sample.application(automated: automated) { $0["status"] = ["operationState": last] }
    }

    private func started(_ decision: AutoSyncDecision) throws -> Node {
        guard case .start(let operation) = decision else { throw TestError(text: "\(decision)") }
        return operation
    }

    private struct TestError: Error { var text: String }

    @Test("nothing is done where nothing is to do, or somebody does it")
    func nothing() {
        #expect(decide(Sample.application(automated: nil)) == .nothing)
        #expect(decide(Sample.application(automated: ["enabled": false])) == .nothing)
        #expect(decide(Sample.application(), [Sample.compared("web", .synced)]) == .nothing)
        #expect(decide(Sample.application { $0["operation"] = ["sync": [:]] }) == .nothing)
        #expect(decide(Sample.application { $0.set("t", at: ["metadata", "deletionTimestamp"]) }) == .nothing)
        let extra = [Sample.compared("web", .synced), Sample.compared("old", .outOfSync, isExtra: true)]
        #expect(decide(Sample.application(), extra) == .nothing)
        #expect(decide(Sample.application(automated: ["prune": true]), extra) != .nothing)
    }

    @Test("a sync is started with the revision, the options and the retries of the application")
    func start() throws {
        let plain = try started(decide(Sample.application()))
        #expect(plain["sync"] == ["revision": "abc", "source": Sample.source])
        #expect(plain["retry"] == ["limit": 5])
        #expect(plain["initiatedBy"] == ["automated": true])
        let full = try started(
            decide(
                Sample.application(automated: ["prune": true]) {
                    $0.set(["PruneLast=true"], at: ["spec", "syncPolicy", "syncOptions"])
                    $0.set(["limit": 1], at: ["spec", "syncPolicy", "retry"])
                }))
        #expect(full[path: "sync", "prune"] == true)
        #expect(full[path: "sync", "syncOptions"] == ["PruneLast=true"])
        #expect(full["retry"] == ["limit": 1])
    }

    @Test("all is not wiped out unless that is allowed")
    func wipeOut() {
        let extra = [Sample.compared("old", .outOfSync, isExtra: true)]
        guard case .refuse(let why) = decide(Sample.application(automated: ["prune": true]), extra) else {
            Issue.record("expected a refusal")
            return
        }
        #expect(why.contains("auto-sync will wipe out all resources"))
        guard case .start = decide(Sample.application(automated: ["prune": true, "allowEmpty": true]), extra) else {
            Issue.record("expected a start")
            return
        }
    }

    @Test("a revision that failed is not tried again, another one is", arguments: ["Failed", "Error"])
    func failed(phase: String) {
        #expect(
            decide(application(["selfHeal": true], last: Sample.attempted(phase)))
                == .refuse("Failed last sync attempt to abc: why"))
        guard case .start = decide(application([:], last: Sample.attempted(phase, revision: "old"))) else {
            Issue.record("expected a start")
            return
        }
    }

    @Test("drift after a success is healed only when that is wanted, and only what drifted")
    func heal() throws {
        let last = Sample.attempted("Succeeded")
        #expect(decide(application([:], last: last)) == .nothing)
        let objects = [Sample.compared("web", .outOfSync), Sample.compared("fine", .synced)]
        let operation = try started(decide(application(["selfHeal": true], last: last), objects))
        #expect(
            operation[path: "sync", "resources"] == [
                ["group": "networking.istio.io", "kind": "Gateway", "name": "web"]
            ])
        #expect(operation[path: "sync", "autoHealAttemptsCount"] == 1)
    }

    @Test(
        "healing backs off with each attempt",
        arguments: [(0, 0), (1, 2), (2, 6), (3, 18), (4, 54), (5, 162), (6, 300), (60, 300)])
    func backOff(attempts: Int, pause: Int) {
        for (elapsed, waits) in [(0, pause > 0), (pause - 1, pause > 0), (pause, false)] where elapsed >= 0 {
            let last = Sample.attempted("Succeeded", secondsAgo: elapsed, attempts: attempts)
            let decision = decide(application(["selfHeal": true], last: last))
            if waits {
                #expect(decision == .later(.seconds(pause - elapsed)))
            } else if case .start = decision {
            } else {
                Issue.record("\(decision) after \(elapsed) s")
            }
        }
    }
}

@Suite("A sync under way")
struct OperationRunTests {
    @Test(
        "durations are read as Go writes them",
        arguments: [
            ("5s", 5), ("1m", 60), ("1h2m3s", 3723), ("1.5m", 90), ("90", 90), ("500ms", 0), ("1500ms", 1), ("0", 0),
            ("", nil), ("x", nil), ("5 s", nil), ("5d", nil), ("s", nil), ("-", nil),
        ] as [(String, Int?)])
    func durations(text: String, expected: Int?) { #expect(goSeconds(Node(text)) == expected) }

    @Test("only what runs is under way", arguments: ["Succeeded", "Failed", "Error", ""])
    func over(phase: String) {
        #expect(OperationRun(["phase": Node(phase)]) == nil)
        #expect(OperationRun(nil) == nil)
        #expect(OperationRun(["phase": "Running"]) != nil)
        #expect(OperationRun(["phase": "Terminating"])?.isTerminating == true)
    }

    @Test("pauses double up to the longest")
    func pauses() throws {
        let plain = try #require(OperationRun(["phase": "Running", "operation": ["retry": ["limit": 5]]]))
        #expect((0...6).map { plain.pause(count: $0) } == [5, 10, 20, 40, 80, 160, 180])
        #expect(plain.pause(count: 1000) == 180)
        let own = try #require(
            OperationRun([
                "phase": "Running",
                "operation": ["retry": ["backoff": ["duration": "1m", "factor": 3, "maxDuration": "10m"]]],
            ]))
        #expect((0...3).map { own.pause(count: $0) } == [60, 180, 540, 600])
    }

    @Test("retries end at their limit", arguments: [(0, 0, false), (5, 4, true), (5, 5, false), (-1, 99, true)])
    func limits(limit: Int, count: Int, mayRetry: Bool) throws {
        let run = try #require(
            OperationRun([
                "phase": "Running", "retryCount": Node(count), "operation": ["retry": ["limit": Node(limit)]],
            ]))
        #expect(run.mayRetry == mayRetry)
    }

    @Test("a failed sync waits from its end on")
    func remainingPause() throws {
        let now = Sample.now
        var state: Node = ["phase": "Running", "retryCount": 1, "operation": ["retry": ["limit": 5]]]
        #expect(try #require(OperationRun(state)).remainingPause(now: now) == nil)
        state["finishedAt"] = Node(Timestamp(seconds: now.seconds - 4).description)
        #expect(try #require(OperationRun(state)).remainingPause(now: now) == 6)
        #expect(try #require(OperationRun(state)).remainingPause(now: Timestamp(seconds: now.seconds + 60)) == 0)
    }

    @Test("a selection is by kind and name, and by namespace where one is given")
    func selection() throws {
        func run(_ resources: Node) throws -> OperationRun {
            try #require(OperationRun(["phase": "Running", "operation": ["sync": ["resources": resources]]]))
        }
        let id = Sample.compared("web", .synced).id
        #expect(try run([]).selects(id) && !run([]).isSelective)
        #expect(try run([["group": "networking.istio.io", "kind": "Gateway", "name": "web"]]).selects(id))
        for other in [
            ["kind": "Gateway", "name": "web"], ["group": "networking.istio.io", "kind": "Gateway", "name": "x"],
            ["group": "networking.istio.io", "kind": "Gateway", "name": "web", "namespace": "test"],
        ] as [Node] { #expect(try !run([other]).selects(id)) }
    }
}

@Suite("Application")
struct ApplicationTests {
    @Test("what is supported has no problem")
    func supported() {
        #expect(Sample.application().problem == nil)
        #expect(Sample.application { $0.set(["recurse": true], at: ["spec", "source", "directory"]) }.problem == nil)
        let named = Sample.application { $0.set(["name": "in-cluster"], at: ["spec", "destination"]) }
        #expect(named.problem == nil)
    }

    @Test(
        "what is not is named by its field",
        arguments: [
            (["spec", "sourceHydrator"], [:], "spec.sourceHydrator"),
            (["spec", "sources"], [Sample.source, Sample.source], "spec.sources"),
            (["spec", "source", "repoURL"], "", "spec.source.repoURL"),
            (["spec", "source", "helm"], [:], "spec.source.helm"),
            (["spec", "source", "plugin"], [:], "spec.source.plugin"),
            (["spec", "source", "chart"], "istio", "spec.source.chart"),
            (["spec", "source", "kustomize"], ["namePrefix": "a-"], "spec.source.kustomize.namePrefix"),
            (["spec", "source", "directory"], ["jsonnet": [:]], "spec.source.directory.jsonnet"),
            (["spec", "destination"], [:], "spec.destination"),
            (["spec", "destination", "server"], "https://other", "spec.destination"),
            (["spec", "destination", "name"], "in-cluster", "spec.destination"),
        ] as [([String], Node, String)])
    func problems(path: [String], value: Node, expected: String) {
        let problem = Sample.application { $0.set(value, at: path) }.problem
        #expect(problem?.contains(expected) == true, "\(problem ?? "none")")
    }
}

@Suite("Status of an application")
struct ApplicationStatusTests {
    @Test("history keeps the last entries and counts on")
    func history() {
        var status = ApplicationStatus(Sample.application(), now: Sample.now)
        for number in 0..<5 {
            status.addHistory(
                revision: "r\(number)", source: Sample.source, startedAt: "s", initiatedBy: nil, limit: 3)
        }
        let history = status.node["history"]?.elements ?? []
        #expect(history.map { $0["revision"] } == ["r2", "r3", "r4"])
        #expect(history.map { $0["id"] } == [2, 3, 4])
    }

    @Test("a condition that stays keeps its time")
    func conditions() {
        let later = Timestamp(seconds: Sample.now.seconds + 60)
        var conditions = Conditions()
        conditions.add("SyncError", "b")
        conditions.add("ComparisonError", "a")
        let first = conditions.node(before: nil, now: Sample.now)
        #expect(first.elements.map { $0["type"] } == ["ComparisonError", "SyncError"])
        var next = Conditions()
        next.add("ComparisonError", "a")
        next.add("ComparisonError", "new")
        let second = next.node(before: first, now: later)
        #expect(
            second.elements.map { $0["lastTransitionTime"] }
                == [Node(Sample.now.description), Node(later.description)])
    }

    @Test("the time of health is that of its change, and nothing new is no change")
    func health() {
        let comparison = Comparison(objects: [Sample.compared("web", .synced)])
        var application = Sample.application()
        func status(at now: Timestamp, _ comparison: Comparison) -> ApplicationStatus {
            var status = ApplicationStatus(application, now: now)
            status.setComparison(comparison, application, revision: "abc", sourceType: "Directory")
            status.setReconciled(asked: false)
            return status
        }
        let first = status(at: Sample.now, comparison)
        #expect(first.hasChanged)
        application.object.root["status"] = first.node
        let later = Timestamp(seconds: Sample.now.seconds + 60)
        #expect(!status(at: later, comparison).hasChanged)
        var broken = comparison
        broken.objects[0].health = Health(.degraded)
        let changed = status(at: later, broken)
        #expect(changed.node["health"] == ["status": "Degraded", "lastTransitionTime": Node(later.description)])
    }
}
