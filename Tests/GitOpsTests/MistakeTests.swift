import Diagnostics
import Testing

@testable import GitOps

@Suite("Mistakes in manifests of GitOps tools")
struct MistakeTests {
    static let all = Mistake.argo + Mistake.sets + Mistake.flux + Mistake.flagger + Mistake.rollouts + Mistake.storage

    @Test("each mistake is told at its place, and what is right gives nothing", arguments: all)
    func mistakes(mistake: Mistake) throws {
        let wrong = try mistake.findings(wrong: true)
        #expect(
            wrong.filter { $0.code == mistake.code }.map { "\($0.severity) \($0.place.line):\($0.place.column)" }
                == ["\(mistake.severity) \(mistake.place)"], "\(wrong)")
        #expect(try mistake.findings(wrong: false).filter { $0.code == mistake.code } == [])
        for finding in wrong {
            #expect(finding.subject != nil)
            #expect(finding.hint != nil)
            #expect(!finding.message.hasSuffix("."))
        }
    }
}
