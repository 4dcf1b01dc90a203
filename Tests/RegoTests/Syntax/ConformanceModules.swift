import SharedData
import Rego
import Tree

/// The modules of OPA's conformance cases.
struct ConformanceModule: Hashable {
    var id: String
    var text: String
    var version: RegoVersion

    /// Every text once for each version; none where the data is missing.
    static let all: [ConformanceModule] = {
        var seen: Set<ConformanceModule> = []
        var result: [ConformanceModule] = []
        for version in [RegoVersion.v0, .v1] {
            for test in (try? Shared.json("rego/cases-\(version.rawValue).json"))?.elements ?? []
            where test["folder"]?.string != "logic_operators" {
                for text in test["modules"]?.elements.compactMap(\.string) ?? []
                where seen.insert(ConformanceModule(id: "", text: text, version: version)).inserted {
                    result.append(
                        ConformanceModule(id: test["id"]?.string ?? "", text: text, version: version))
                }
            }
        }
        return result
    }()

    static var areThere: Bool { Shared.exists("rego/cases-v1.json") }

    func parsed() throws -> Module { try Module(parsing: text, file: "test.rego", as: version) }
}
