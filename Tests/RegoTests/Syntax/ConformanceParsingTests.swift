import Rego
import SharedData
import Testing
import Tree

@Suite("Parsing OPA's own cases", .enabled(if: ConformanceModule.areThere))
struct ConformanceParsingTests {
    @Test("every module reads")
    func modules() throws {
        #expect(ConformanceModule.all.count > 2_000)
        for module in ConformanceModule.all {
            #expect(throws: Never.self, "\(module.id)\n\(module.text)") { try module.parsed() }
        }
    }

    @Test("every query and every input reads")
    func queries() throws {
        for version in [RegoVersion.v0, .v1] {
            for test in try Shared.json("rego/cases-\(version.rawValue).json").elements {
                if let query = test["query"]?.string {
                    #expect(throws: Never.self, "\(query)") { try Body(parsingQuery: query, as: version) }
                }
                if let input = test["input_term"]?.string {
                    #expect(throws: Never.self, "\(input)") { try Term(parsing: input, as: version) }
                }
            }
        }
    }
}
