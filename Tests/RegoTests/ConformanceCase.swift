import Foundation
import SharedData

@testable import Rego

/// One of OPA's cases.
struct ConformanceCase {
    let fields: RegoObject

    /// What belongs elsewhere or is not supported yet, as in `accept/rego.py`.
    static let skipped: Set = [
        "graphql", "providers-aws", "logic_operators", "jwtdecodeverify", "jwtverifyrsa", "jwtbuiltins",
        "jwtencodesign",
        "jwtencodesignraw", "jwtencodesignheadererrors", "jwtencodesignpayloaderrors", "jwtverifyhs256",
        "cryptox509parsecertificates", "cryptox509parsecertificaterequest", "cryptoparsersaprivatekeys",
        "rendertemplate",
    ]

    static func all(_ version: String) throws -> [ConformanceCase] {
        let data = try Data(contentsOf: Shared.root.appending(path: "rego/cases-\(version).json"))
        guard case .array(let cases) = try RegoValue(json: data) else { return [] }
        return cases.compactMap { if case .object(let fields) = $0 { ConformanceCase(fields: fields) } else { nil } }
    }

    private func text(_ key: String) -> String? {
        if case .string(let text)? = fields[key] { return text }
        return nil
    }

    var id: String { text("id") ?? "" }
    var folder: String { text("folder") ?? "" }
    var note: String { text("note") ?? "" }

    /// How the answer differs; nil when it does not.
    var problem: String? {
        let code = text("want_error_code")
        let wantsError = code != nil || fields["want_error"] != nil
        let results: [RegoValue]
        do {
            results = try answers()
        } catch {
            let first = (error as? RegoErrors)?.first ?? (error as? RegoError)
            guard wantsError, code == nil || code == first?.code.rawValue else { return "\(error)" }
            return nil
        }
        let found = RegoValue.array(results).json
        if wantsError { return "wanted the error \(code ?? ""), found \(found.prefix(160))" }
        if case .bool(let isDefined)? = fields["want_defined"] {
            return results.isEmpty != isDefined ? nil : "definedness differs"
        }
        var wanted: [RegoValue] = []
        if case .array(let list)? = fields["want_result"] { wanted = list }
        guard case .array(let got)? = try? RegoValue(json: found.utf8) else { return "the answer is no JSON" }
        let isSet = fields["sort_bindings"] == .bool(true) || wanted.count > 1
        let isSame = isSet ? got.sorted() == wanted.sorted() : got == wanted
        return isSame ? nil : "wanted \(RegoValue.array(wanted).json.prefix(300)) found \(found.prefix(300))"
    }

    private func answers() throws -> [RegoValue] {
        let version = RegoVersion(rawValue: text("rego_version") ?? "v1") ?? .v1
        var modules: [Module] = []
        if case .array(let texts)? = fields["modules"] {
            for (number, text) in texts.enumerated() {
                guard case .string(let text) = text else { continue }
                modules.append(try Module(parsing: text, file: "test-\(number).rego", as: version))
            }
        }
        let data = fields["data"].flatMap { $0 == .null ? nil : $0 } ?? .object(.empty)
        let program = try Program(modules: modules, data: data)
        let query = try program.prepare(try Body(parsingQuery: text("query") ?? "", as: version))
        let context = BuiltinContext(now: 1_700_000_000_000_000_000)
        context.zoneFile = machineZones
        let answers = try query.results(
            input: try input(program, version), context: context,
            isStrict: fields["strict_error"] == .bool(true))
        return answers.map { .object(RegoObject($0.bindings.map { (.string($0.key), $0.value) })) }
    }

    private func input(_ program: Program, _ version: RegoVersion) throws -> RegoValue? {
        guard let term = text("input_term") else { return fields["input"].flatMap { $0 == .null ? nil : $0 } }
        let value = try Term(parsing: term, as: version)
        let body = Body([Expression(.term(value), at: value.position)], at: value.position)
        return try program.prepare(body, capturesValues: true)
            .results(input: nil, context: BuiltinContext(now: 0)).first?.values.first
    }
}
