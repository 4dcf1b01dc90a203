import KubeTypes
import Testing

@testable import ControllerRuntime

@Suite("Reflection")
struct ReflectionTests {
    private func object(_ name: String, _ revision: Int) -> KubeObject {
        var object = KubeObject(
            GroupVersionKind(group: "", version: "v1", kind: "ConfigMap"), namespace: "shop", name: name)
        object.resourceVersion = "\(revision)"
        return object
    }

    private func key(_ name: String) -> ObjectKey { ObjectKey(namespace: "shop", name: name) }

    private struct Broken: Error {}

    @Test("it begins with a list and goes on with a watch from there")
    func begin() {
        var reflection = Reflection()
        #expect(reflection.action == .list)
        #expect(!reflection.isSynced)
        #expect(reflection.listed([object("a", 3)], resourceVersion: "7") == [key("a")])
        #expect(reflection.action == .watch(from: "7"))
        #expect(reflection.isSynced)
    }

    @Test("a list replaces all, and tells what came, changed and went")
    func relist() {
        var reflection = Reflection()
        _ = reflection.listed([object("same", 1), object("changed", 2), object("gone", 3)], resourceVersion: "3")
        let changed = reflection.listed(
            [object("same", 1), object("changed", 5), object("new", 6)], resourceVersion: "6")
        #expect(changed == [key("changed"), key("gone"), key("new")])
        #expect(Set(reflection.objects.keys) == [key("same"), key("changed"), key("new")])
    }

    @Test("events and bookmarks move the place from which the watch goes on")
    func events() {
        var reflection = Reflection()
        _ = reflection.listed([], resourceVersion: "1")
        #expect(reflection.added(object("a", 4)) == key("a"))
        #expect(reflection.action == .watch(from: "4"))
        reflection.advance(to: "9")
        #expect(reflection.action == .watch(from: "9"))
        #expect(reflection.deleted(object("a", 12)) == key("a"))
        #expect(reflection.objects.isEmpty)
        reflection.watchEnded()
        #expect(reflection.action == .watch(from: "12"))
    }

    @Test("a watch that ends without a word is opened again after a pause, which a word ends")
    func quietEnd() {
        var reflection = Reflection()
        _ = reflection.listed([], resourceVersion: "1")
        reflection.watchEnded()
        #expect(reflection.action == .pause(.milliseconds(100), then: .watch(from: "1")))
        reflection.advance(to: "2")
        #expect(reflection.action == .watch(from: "2"))
    }

    @Test(
        "a revision that is no longer kept is followed by a list, without a pause",
        arguments: [
            Status(code: 410, reason: .expired, message: ""), Status(code: 410, reason: .gone, message: ""),
            Status(code: 200, reason: .expired, message: ""),
        ])
    func expired(status: Status) {
        var reflection = Reflection()
        _ = reflection.listed([object("a", 1)], resourceVersion: "1")
        reflection.failed(status)
        #expect(reflection.action == .list)
        #expect(reflection.isSynced, "the old copy serves until the new one is there")
        #expect(reflection.objects.count == 1)
    }

    @Test("failures pause for longer and longer, up to half a minute, and success ends that")
    func backOff() {
        var reflection = Reflection()
        var pauses: [Duration] = []
        for _ in 0..<14 {
            reflection.failed(Broken())
            guard case .pause(let pause, then: .list) = reflection.action else {
                Issue.record("\(reflection.action)")
                return
            }
            pauses.append(pause)
        }
        #expect(pauses.prefix(4) == [.milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800)])
        #expect(pauses == pauses.sorted())
        #expect(pauses.last == .seconds(30))
        _ = reflection.listed([], resourceVersion: "1")
        #expect(reflection.action == .watch(from: "1"))
        reflection.failed(Broken())
        #expect(reflection.action == .pause(.milliseconds(100), then: .watch(from: "1")))
        reflection.advance(to: "2")
        #expect(reflection.action == .watch(from: "2"))
    }
}
