import Foundation

@testable import Lint

/// What both are asked about texts: the rules, and how the texts become files.
struct Question {
    var configuration: String
    var encoding = Encoding.utf8

    enum Encoding: CaseIterable { case utf8, utf8WithMark, utf16LittleEndian, utf16BigEndianWithMark, utf32BigEndian }

    static func random(_ random: inout SeededRandom) -> Question {
        Question(
            configuration: RandomConfiguration.text(&random),
            encoding: random.chance(0.05) ? random.pick(Encoding.allCases) : .utf8)
    }

    var looksAtIndentation: Bool { configuration.contains("  indentation: ") || configuration.contains("extends") }

    /// Patterns of paths see one of two names. It depends on the text alone.
    func name(of text: String) -> String { text.unicodeScalars.count.isMultiple(of: 2) ? "even.yaml" : "odd.yaml" }

    func bytes(of text: String) -> [UInt8] {
        switch encoding {
        case .utf8: Array(text.utf8)
        case .utf8WithMark: [0xEF, 0xBB, 0xBF] + text.utf8
        case .utf16LittleEndian: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        case .utf16BigEndianWithMark: [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        case .utf32BigEndian:
            text.unicodeScalars.flatMap { scalar in
                (0..<4).map { UInt8(truncatingIfNeeded: scalar.value >> (24 - 8 * $0)) }
            }
        }
    }

    /// What the linter says, in the lines of the format `parsable`.
    func own(_ text: String) throws -> [String] {
        let rules = try LintConfiguration.read(Array(configuration.utf8), file: "conf") { _ in nil }
        let name = "0/" + name(of: text)
        let problems = lint(bytes(of: text), file: name, rules).map {
            "\(name):\($0.line):\($0.column): [\($0.level.rawValue)] \($0.message)"
                + ($0.rule.map { " (\($0.name))" } ?? "")
        }
        return Yamllint.split(problems.joined(separator: "\n"), count: 1)[0]
    }
}
