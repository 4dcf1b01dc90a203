import KubeTypes
import Schema
import SharedData
import Testing
import Tree

@testable import Apply

/// What a real API server answered (Kubernetes 1.36), replayed.
@Suite(.enabled(if: Shared.exists("kubernetes-api/expected/13-ssa.json"))) struct RecordingTests {
    /// Scenarios about the server around the engine: YAML bodies, secrets' stringData, missing namespaces, names.
    static let aboutTheServer: Set = ["ssa-yaml", "ssa-secret-stringdata", "ssa-namespace", "ssa-generate-name"]

    @Test("server-side apply answers as recorded")
    func serverSideApply() throws {
        let compared = try replay("13-ssa", skipping: Self.aboutTheServer)
        #expect(compared == 55)
    }

    @Test("an Istio list map answers as recorded")
    func istio() throws {
        #expect(try replay("07-istio", only: ["istio-ssa-serviceentry"]) == 4)
    }

    @Test("strategic merge patches answer as recorded")
    func strategicMerge() throws {
        #expect(try replay("12-patch", only: ["patch-strategic", "patch-strategic-configmap"]) == 19)
    }

    @Test("field managers of other writes are recorded as a server does")
    func fieldManagers() throws {
        #expect(try replay("12-patch", only: ["patch-field-manager"], steps: 2) == 2)
        #expect(try replay("18-metadata", only: ["meta-null-fields"]) == 1)
    }

    /// Replays a file of scenarios and gives the number of answers compared.
    private func replay(
        _ file: String, skipping skipped: Set<String> = [], only wanted: Set<String>? = nil, steps limit: Int = .max
    ) throws -> Int {
        let scenarios = try Shared.yaml("kubernetes-api/scenarios/\(file).yaml")["scenarios"]?.elements ?? []
        let fixtures = try Shared.yaml("kubernetes-api/scenarios/_fixtures.yaml")
        let expected = try Shared.json("kubernetes-api/expected/\(file).json")
        var compared = 0
        for scenario in scenarios {
            let id = try #require(scenario["id"]?.string)
            guard !skipped.contains(id), wanted?.contains(id) ?? true else { continue }
            var replay = try Replay(scenario: id, crd: scenario["crd"]?.string.flatMap { fixtures[$0] })
            let answers = (expected[path: id, "steps"]?.elements ?? [])[...]
            var rest = answers
            for step in steps(of: scenario).prefix(limit) {
                let isRecorded = step["record"]?.string != "none"
                let answer = isRecorded ? rest.popFirst() : nil
                if step["do"]?.string?.hasPrefix("GET") == true { continue }
                if compare(step, answer, in: &replay, id) { compared += 1 }
            }
        }
        return compared
    }

    private func steps(of scenario: Node) -> [Node] {
        (scenario["steps"]?.elements ?? []).flatMap { step -> [Node] in
            guard let values = step[path: "repeat", "values"]?.elements else { return [step] }
            return values.flatMap { value in
                (step[path: "repeat", "steps"]?.elements ?? []).map { inner in
                    var inner = inner
                    inner["body"] = value["p"] ?? value
                    return inner
                }
            }
        }
    }

    private func compare(_ step: Node, _ answer: Node?, in replay: inout Replay, _ id: String) -> Bool {
        let name = "\(id), \(step["name"]?.string ?? step["do"]?.string ?? ""), \(JSONWriter.text(step["body"] ?? nil))"
        let status = answer?["status"]?.integer ?? 0
        // What validation refuses is not the engine's to say.
        if status == 404 || status == 422 || status == 400 { return false }
        do {
            let object = try replay.perform(step)
            if status >= 400 { Issue.record("\(name): accepted, not \(status)") }
            return compare(object, answer, name)
        } catch let error as ApplyError {
            let text =
                switch error {
                case .conflicts(let conflicts): Conflict.message(for: conflicts)
                case .invalid(let message), .misshapen(let message): message
                }
            let wanted = answer?[path: "body", "message"]?.string ?? answer?[path: "extract", "message"]?.string
            #expect(text == wanted, "\(name)")
            return true
        } catch {
            Issue.record("\(name): \(error)")
            return false
        }
    }

    private func compare(_ object: KubeObject, _ answer: Node?, _ name: String) -> Bool {
        if let extract = answer?["extract"] {
            for entry in extract.entries { compare(extracted(entry.key, object), entry.value, "\(name): \(entry.key)") }
            return true
        }
        guard let body = answer?["body"] else { return false }
        for field in ["data", "spec", "status"] where object.kind != "Service" {
            compare(object.root[field], body[field], "\(name): \(field)")
        }
        compare(object.root[path: "spec", "ports"], body[path: "spec", "ports"], "\(name): ports")
        for field in ["labels", "annotations", "finalizers", "ownerReferences"] {
            compare(object.root[path: "metadata", field], body[path: "metadata", field], "\(name): \(field)")
        }
        let ours = owners(object.root[path: "metadata", "managedFields"])
        #expect(ours == owners(body[path: "metadata", "managedFields"]), "\(name)")
        return true
    }

    private func compare(_ ours: Node?, _ theirs: Node?, _ what: String) {
        let absent = theirs == nil || theirs == "<absent>"
        #expect(
            ours.map { JSONWriter.text($0, sortKeys: true) }
                == (absent ? nil : theirs.map { JSONWriter.text($0, sortKeys: true) }), "\(what)")
    }

    private func extracted(_ name: String, _ object: KubeObject) -> Node? {
        let pod = object.root[path: "spec", "template", "spec"]
        return switch name {
        case "containers": pod?["containers"]
        case "tolerations": pod?["tolerations"]
        case "labels": object.root[path: "spec", "template", "metadata", "labels"]
        case "strategy": object.root[path: "spec", "strategy"]
        case "owners": object.root[path: "metadata", "ownerReferences"]
        case "finalizers": object.root[path: "metadata", "finalizers"]
        case "ports": object.root[path: "spec", "ports"]
        case "data": object.root["data"]
        default: nil
        }
    }

    /// The entries as sorted texts, times only as being there or not.
    private func owners(_ managedFields: Node?) -> [String] {
        (managedFields?.elements ?? []).map { entry in
            var entry = entry
            if entry["time"] != nil { entry["time"] = "<time>" }
            return JSONWriter.text(entry, sortKeys: true)
        }.sorted()
    }
}
