import Testing

@testable import Rego

@Suite("Hostile texts")
struct HostileTextTests {
    @Test(
        "a limit is an error that names it",
        arguments: [
            ("p := " + String(repeating: "[", count: 5_000), "more than 200 levels of brackets"),
            ("p := " + String(repeating: "(", count: 5_000), "more than 200 levels of brackets"),
            ("p := " + String(repeating: "{\"a\":", count: 5_000), "more than 200 levels of brackets"),
            ("p := " + String(repeating: "f(", count: 5_000), "more than 200 levels of brackets"),
            ("p := a" + String(repeating: "[a", count: 5_000), "more than 200 levels of brackets"),
            ("p if " + String(repeating: "every x in y { ", count: 5_000), "more than 200 levels of brackets"),
            ("p := " + String(repeating: "[x | ", count: 5_000), "more than 200 levels of brackets"),
            ("p := 1" + String(repeating: " + 1", count: 5_000), "an expression of more than 500 levels"),
            ("p := x" + String(repeating: " in x", count: 5_000), "an expression of more than 500 levels"),
            ("p := f(x)" + String(repeating: ".a(x)", count: 5_000), "only a function that has a name can be called"),
            ("p := " + String(repeating: "9", count: 100_000), "is too large to count with"),
            (
                "import future.keywords.not\np if " + String(repeating: "not { ", count: 5_000),
                "more than 200 levels of brackets"
            ),
        ])
    func limits(_ text: String, _ message: String) throws {
        let error = try #require(throws: RegoErrors.self) {
            try Module(parsing: "package a\n" + text, file: "a.rego", as: .v1)
        }
        #expect(error.first.message.contains(message), "\(error.first.message)")
    }

    @Test("lists that start like comprehensions do not take exponential time")
    func rereading() throws {
        let text =
            "package a\np := " + String(repeating: "{a | ", count: 60) + "1" + String(repeating: ", 1}", count: 60)
        let error = try #require(throws: RegoErrors.self) { try Module(parsing: text, file: "a.rego", as: .v1) }
        #expect(error.first.message == "too many brackets that can be read in two ways")
    }

    @Test("a text beyond the limit is not read")
    func size() throws {
        var limits = SyntaxLimits()
        limits.size = 10
        let error = try #require(throws: RegoErrors.self) {
            try Module(parsing: "package abc", file: "a.rego", as: .v1, limits: limits)
        }
        #expect(error.first.message == "the text has 11 bytes, more than the limit of 10")
    }

    @Test("two thousand broken modules give a module or errors, and formatting keeps the meaning")
    func mutations() throws {
        let seeds = ConformanceModule.all.isEmpty ? Self.ownSeeds : ConformanceModule.all
        var random = Splitmix(state: 20_261_121)
        var read = 0
        for _ in 0..<2_000 {
            guard let seed = seeds.randomElement(using: &random) else { return }
            let text = mutated(seed.text, &random)
            do throws(RegoErrors) {
                _ = try Module(parsing: text, file: "a.rego", as: seed.version)
                read += 1
            } catch {
                #expect(error.all.allSatisfy { $0.position != nil }, "\(text)")
                continue
            }
            guard let formatted = try? Formatting.formatted(text, file: "a.rego", as: seed.version) else {
                Issue.record("\(text)")
                continue
            }
            guard seed.version == .v1 || upgradeKeepsMeaning(text) else {
                Issue.record("\(text)")
                continue
            }
            #expect(try Formatting.formatted(formatted, file: "a.rego", as: seed.version) == formatted, "\(text)")
        }
        #expect(read > 100)
    }

    /// Names that are keywords now may keep a text from being upgraded, nothing else.
    private func upgradeKeepsMeaning(_ text: String) -> Bool {
        do throws(RegoErrors) {
            _ = try Formatting.upgraded(text, file: "a.rego")
            return true
        } catch {
            return !error.first.message.contains("without changing its meaning")
        }
    }

    private func mutated(_ text: String, _ random: inout Splitmix) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes.remove(at: index)
            case 1: bytes.insert(Self.marks.randomElement(using: &random) ?? 0, at: index)
            case 2: bytes[index] = Self.marks.randomElement(using: &random) ?? 0
            case 3: bytes.insert(contentsOf: " # x\n".utf8, at: index)
            default:
                let end = Int.random(in: index...min(index + 12, bytes.count), using: &random)
                bytes.removeSubrange(index..<end)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let marks = Array("{}[]()|&.,;:=<>!+-*/%#\"`$\\ \n\t_a0\u{7f}".utf8)
    private static let ownSeeds = [
        ConformanceModule(
            id: "own", text: "package a\np contains x if {\n\tsome x in [y | y := input.a[_]]\n} # c\nq := $\"{x}\"\n",
            version: .v1)
    ]
}

private struct Splitmix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
