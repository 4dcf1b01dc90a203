import Diagnostics
import FileTree
import Kustomize

/// How the answers of kustomize and of the engine to one scenario stand to each other.
enum Comparison: Equatable {
    case bothSucceed, bothRefuse
    /// Kustomize gave no answer worth the name.
    case noOracle(String)
    case different(String)

    var isDifferent: Bool { if case .different = self { true } else { false } }

    init(_ scenario: Scenario, _ oracle: Oracle) throws {
        let answer = try oracle.answer(scenario)
        let own: Result<String, Refused>
        do throws(Refused) {
            own = .success(try build(TreePath(scenario.root), in: scenario.tree).yaml)
        } catch { own = .failure(error) }
        let hasOddNumbers = scenario.description.lowercased().contains(/\.(inf|nan)/)
        self = Self.compared(answer, own, hasOddNumbers: hasOddNumbers)
    }

    static func compared(
        _ answer: Oracle.Answer, _ own: Result<String, Refused>, hasOddNumbers: Bool = false
    ) -> Comparison {
        switch (answer, own) {
        case (.none(let why), _): .noOracle(why)
        case (.refused, .failure): .bothRefuse
        case (.yaml(let wanted), _) where wanted.contains("internal.config.kubernetes.io/"):
            .noOracle("kustomize prints its own notes")
        case (.yaml(let wanted), .success(let found)):
            isSame(wanted, found) ? .bothSucceed : .different(lineDifference(wanted, found))
        case (.refused(let message), .success) where isLeft(message): .bothRefuse
        case (.refused(let message), .success)
        where hasOddNumbers && message.contains("unable to parse SM or JSON patch"):
            .bothRefuse
        case (.refused(let message), .success): .different("only kustomize refuses: \(message.suffix(400))")
        case (.yaml, .failure(let refused)) where isLeft(refused): .bothRefuse
        case (.yaml, .failure(let refused)):
            .different("only the engine refuses: " + refused.findings.map { "\($0)" }.joined(separator: "\n"))
        }
    }

    /// Byte for byte, but for the name of a generated object that kustomize writes as a number.
    private static func isSame(_ wanted: String, _ found: String) -> Bool {
        if wanted.utf8.elementsEqual(found.utf8) { return true }
        let (wanted, found) = (wanted.split(separator: "\n"), found.split(separator: "\n"))
        return wanted.count == found.count
            && zip(wanted, found).allSatisfy { wanted, found in
                guard !wanted.utf8.elementsEqual(found.utf8) else { return true }
                return wanted.hasPrefix("  name: ") && Double(wanted.dropFirst(8)) != nil
                    && found.hasPrefix("  name: \"")
            }
    }

    /// Whether kustomize refuses what the engine deliberately lets pass: see Docs/kustomize-versions.md.
    private static func isLeft(_ message: String) -> Bool {
        [
            "control characters are not allowed", "visit traversal on path", "considering field",
            "json: unsupported value", "map[string]interface {}{", "err=\"yaml: line",
            "yaml: line 1: did not find expected node content",
        ].contains {
            message.contains($0)
        }
    }

    /// Whether the engine refuses what kustomize makes something of that no cluster takes.
    private static func isLeft(_ refused: Refused) -> Bool {
        refused.findings.contains { finding in
            [
                "takes the name away", "parts a string, found", "and the field holds", "the JSON patch makes the",
            ].contains { finding.message.contains($0) }
        }
    }

    /// What makes two differences alike: who refuses, and not the words.
    var sort: String {
        guard case .different(let text) = self else { return "" }
        return text.hasPrefix("only") ? text.split(separator: ":").first.map(String.init) ?? "" : "output"
    }
}

/// The lines of both sides without the ones that they share at the start and at the end.
func lineDifference(_ wanted: String, _ found: String) -> String {
    let wanted = wanted.split(separator: "\n", omittingEmptySubsequences: false)
    let found = found.split(separator: "\n", omittingEmptySubsequences: false)
    let start = zip(wanted, found).prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let end = zip(wanted.dropFirst(start).reversed(), found.dropFirst(start).reversed())
        .prefix { $0.utf8.elementsEqual($1.utf8) }.count
    let context = wanted[max(0, start - 3)..<start].map { "  " + $0 }
    return
        (context + wanted[start..<wanted.count - end].map { "- " + $0 }
        + found[start..<found.count - end].map { "+ " + $0 })
        .joined(separator: "\n")
}
