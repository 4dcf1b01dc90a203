import Testing

@testable import Rego

@Suite("Formatting OPA's own cases", .enabled(if: ConformanceModule.areThere))
struct FormattingConformanceTests {
    @Test("a formatted module means the same, and formatting it again changes nothing")
    func roundTrip() throws {
        for module in ConformanceModule.all {
            guard let once = try? Formatting.formatted(module.text, file: "a.rego", as: module.version) else {
                Issue.record("\(module.id) \(module.text)")
                continue
            }
            #expect(try Formatting.formatted(once, file: "a.rego", as: module.version) == once, "\(module.id)")
        }
    }

    @Test("an upgraded module means the same, or a name is a keyword now")
    func upgrade() throws {
        var refused = 0
        for module in ConformanceModule.all where module.version == .v0 {
            do {
                let once = try Formatting.upgraded(module.text, file: "a.rego")
                #expect(try Formatting.formatted(once, file: "a.rego", as: .v1) == once, "\(module.id)")
            } catch {
                refused += 1
                print(module.id, error)
            }
        }
        #expect(refused < 20)
    }
}
