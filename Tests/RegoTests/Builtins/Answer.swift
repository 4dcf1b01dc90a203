import Foundation

@testable import Rego

/// The zones of this machine.
let machineZones: @Sendable (String) -> [UInt8]? = { name in
    (try? Data(contentsOf: URL(filePath: "/usr/share/zoneinfo/\(name)"))).map { [UInt8]($0) }
}

private let programs = try? Program(modules: [], data: .object(.empty))

/// What an expression of Rego gives, as it is written in Rego; `undefined` when it gives nothing.
func answer(_ expression: String, fuel: Int = 1_000_000) -> String {
    do {
        guard let query = try programs?.prepare(try Body(parsingQuery: "x := \(expression)", as: .v0)) else {
            return "no program"
        }
        let context = BuiltinContext(
            now: 1_700_000_000_000_000_000, random: SystemRandomNumberGenerator(), fuel: fuel, zoneFile: machineZones)
        let answers = try query.results(input: nil, context: context, isStrict: true)
        return answers.first?.bindings["x"]?.display ?? "undefined"
    } catch let errors as RegoErrors {
        return "\(errors.first.code.rawValue): \(errors.first.message)"
    } catch let error as RegoError {
        return "\(error.code.rawValue): \(error.message)"
    } catch { return "\(error)" }
}
