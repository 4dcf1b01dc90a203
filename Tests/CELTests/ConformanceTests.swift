import SharedData
import Testing
import Tree

@testable import CEL

/// The cases of cel-spec, each with what the environment of Kubernetes 1.36 does with it.
@Suite(.enabled(if: Shared.exists("cel/cel-spec.json"))) struct ConformanceTests {
    @Test("cel-spec agrees with Kubernetes' environment")
    func conformance() throws {
        useZones()
        let known = try Shared.knownFailures()
        var failures: [String] = []
        var compared = 0
        for fact in try Shared.json("cel/cel-spec.json").elements {
            let outcome = fact["k8s_env"]?.string ?? "not-run"
            guard outcome != "not-run", let id = fact["id"]?.string else { continue }
            compared += 1
            let problem = problem(with: fact, outcome)
            if known.contains(id) {
                #expect(problem != nil, "\(id) agrees now: take it off the list")
            } else if let problem {
                failures.append("\(id): \(fact["expr"]?.string ?? ""): \(problem)")
            }
        }
        #expect(compared > 1000)
        #expect(failures.isEmpty, "\(failures.count) of \(compared):\n\(failures.joined(separator: "\n"))")
    }

    /// How an answer differs, or nil.
    private func problem(with fact: Node, _ outcome: String) -> String? {
        let program: Program
        do throws(CompileError) {
            program = try Program(fact["expr"]?.string ?? "", container: fact["container"]?.string ?? "")
        } catch {
            switch outcome {
            case "compile_error": return compileProblem(error, fact["k8s_compile_error"]?.string ?? "")
            case "other": return nil
            default: return "does not compile: \(error)"
            }
        }
        if outcome == "compile_error" { return "compiles, but: \(fact["k8s_compile_error"]?.string ?? "")" }
        if let type = fact["deduced_type"], program.type != CELType(fact: type) {
            return "type \(program.type) instead of \(JSONWriter.text(type))"
        }
        if fact["check_only"] == true { return nil }
        let result = program.evaluate()
        if outcome == "error" || fact["value"] == nil {
            return result.error == nil && fact["error"] != nil ? "gives \(String(describing: result.value))" : nil
        }
        guard let value = result.value else { return "fails: \(result.error?.message ?? "")" }
        guard let fact = fact["value"], let wanted = Value(fact: fact) else { return "the fact cannot be read" }
        return value.isIdentical(to: wanted) ? nil : "\(value) instead of \(wanted)"
    }

    /// The first line of Kubernetes' words.
    private func compileProblem(_ error: CompileError, _ wanted: String) -> String? {
        let found = error.description.replacing("compilation failed: ", with: "", maxReplacements: 1)
        let first = wanted.split(separator: "\n").first.map(String.init) ?? ""
        return found.hasPrefix(first) ? nil : "\(found) instead of \(first)"
    }
}

extension Value {
    /// Reads a value of the data: `{"int": "3"}`.
    init?(fact: Node) {
        guard let entry = fact.entries.first else { return nil }
        switch (entry.key, entry.value.value) {
        case ("null", _): self = .null
        case ("bool", .bool(let flag)): self = .bool(flag)
        case ("int", .string(let text)): self = .int(Int64(text) ?? 0)
        case ("uint", .string(let text)): self = .uint(UInt64(text) ?? 0)
        case ("double", .float(let number)): self = .double(number)
        case ("double", .integer(let number)): self = .double(Double(number))
        case ("double", .string(let text)): self = .double(Double(text) ?? .nan)
        case ("string", .string(let text)): self = .string(text)
        case ("bytes", .string(let text)): self = .bytes(base64Decoded(text) ?? [])
        case ("list", .sequence(let items)): self = .list(ListValue(items.compactMap { Value(fact: $0) }))
        case ("map", .sequence(let pairs)):
            let entries = pairs.compactMap { pair -> (Value, Value)? in
                guard let key = pair[0].flatMap({ Value(fact: $0) }), let value = pair[1].flatMap({ Value(fact: $0) })
                else { return nil }
                return (key, value)
            }
            guard let map = try? MapValue(entries) else { return nil }
            self = .map(map)
        case ("type", .string(let name)): self = .string("type " + name)
        case ("object", .mapping):
            guard let text = entry.value["value"]?.string else { return nil }
            if entry.value["@type"]?.string?.hasSuffix("Duration") == true {
                self = .duration(CEL.duration(text) ?? 0)
            } else {
                guard let moment = Moment(text) else { return nil }
                self = .timestamp(moment)
            }
        default: return nil
        }
    }

    /// Equal, and of the same type.
    func isIdentical(to wanted: Value) -> Bool {
        switch (self, wanted) {
        case (.type(let type), .string(let name)): return "type \(type.runtimeName)" == name
        case (.double(let a), .double(let b)) where a.isNaN: return b.isNaN
        case (.list(let a), .list(let b)):
            guard let a = try? a.elements(), let b = try? b.elements() else { return false }
            return a.count == b.count && zip(a, b).allSatisfy { $0.isIdentical(to: $1) }
        default: return type == wanted.type && (try? equals(wanted)) == true
        }
    }
}

extension CELType {
    init?(fact: Node) {
        guard let entry = fact.entries.first else { return nil }
        switch entry.key {
        case "primitive":
            let names: [String: CELType] = [
                "BOOL": .bool, "INT64": .int, "UINT64": .uint, "DOUBLE": .double, "STRING": .string, "BYTES": .bytes,
            ]
            guard let type = names[entry.value.string ?? ""] else { return nil }
            self = type
        case "dyn": self = .dyn
        case "null": self = .null
        case "well_known": self = entry.value.string == "DURATION" ? .duration : .timestamp
        case "list_type": self = .list(entry.value["elem_type"].flatMap { CELType(fact: $0) } ?? .dyn)
        case "map_type":
            self = .map(
                entry.value["key_type"].flatMap { CELType(fact: $0) } ?? .dyn,
                entry.value["value_type"].flatMap { CELType(fact: $0) } ?? .dyn)
        case "type": self = .type(CELType(fact: entry.value))
        case "abstract_type":
            let parameters = (entry.value["parameter_types"]?.elements ?? []).compactMap { CELType(fact: $0) }
            self = .opaque(entry.value["name"]?.string ?? "", parameters)
        default: return nil
        }
    }
}
