import Foundation
import Reports
import TestSupport
import Testing

@Suite("Line diff")
struct LineDiffTests {
    private static let diff = "/usr/bin/diff"

    private func lines(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

    @Test("equal texts have no difference", arguments: ["", "a", "a b c d e f g h i j"])
    func equal(text: String) {
        let difference = LineDiff(from: lines(text), to: lines(text))
        #expect(difference.isEmpty)
        #expect(difference.unified() == "")
    }

    @Test(
        "hunks have their context and their numbers",
        arguments: [
            ("a b c", "a x c", "@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n"), ("a", "b", "@@ -1 +1 @@\n-a\n+b\n"),
            ("", "a b", "@@ -0,0 +1,2 @@\n+a\n+b\n"), ("a b", "", "@@ -1,2 +0,0 @@\n-a\n-b\n"),
            ("1 2 3 4 5 6", "1 2 3 4 5 6 7", "@@ -4,3 +4,4 @@\n 4\n 5\n 6\n+7\n"),
        ])
    func hunks(old: String, new: String, expected: String) {
        #expect(LineDiff(from: lines(old), to: lines(new)).unified() == expected)
    }

    @Test(
        "two changes share a hunk up to twice the context apart, and have each their own context beyond",
        arguments: 0...9)
    func gaps(gap: Int) {
        let middle = (0..<gap).map { "same \($0)" }
        let text = LineDiff(from: ["a"] + middle + ["b"], to: ["x"] + middle + ["y"]).unified()
        let hunks = text.split(separator: "\n").filter { $0.hasPrefix("@@") }.count
        #expect(hunks == (gap <= 6 ? 1 : 2))
        let context = text.split(separator: "\n").filter { $0.hasPrefix(" ") }.count
        #expect(context == min(gap, 6))
    }

    @Test("colours are put around whole lines")
    func colours() {
        let text = LineDiff(from: ["a"], to: ["b"]).unified(palette: .ansi)
        #expect(text == "@@ -1 +1 @@\n\u{1B}[31m-a\u{1B}[0m\n\u{1B}[32m+b\u{1B}[0m\n")
    }

    @Test("equals diff -u on random edits", .enabled(if: FileManager.default.isExecutableFile(atPath: diff)))
    func likeDiff() async throws {
        let folder = try TemporaryFolder()
        var random = SeededRandom(seed: 7)
        for round in 0..<60 {
            let old = (0..<Int.random(in: 0...60, using: &random)).map { "line \($0)" }
            var new: [String] = []
            for line in old {
                // Lines are unique, so there is one shortest way from one text to the other.
                switch Int.random(in: 0..<12, using: &random) {
                case 0: break
                case 1: new.append("changed \(line)")
                case 2: new += [line, "after \(line)"]
                default: new.append(line)
                }
            }
            let paths = try [("old", old), ("new", new)].map { name, lines in
                try folder.write(lines.map { $0 + "\n" }.joined(), to: name)
            }
            let result = try await run(Self.diff, ["-u"] + paths)
            let expected = result.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(2)
            let text = LineDiff(from: old, to: new).unified()
            #expect(text == expected.joined(separator: "\n"), "round \(round)")
        }
    }
}

/// Numbers that are the same in each run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
