/// YAML as people write it, and as they do not.
enum RandomText {
    private static let pieces = [
        "a", "b", "key", "true", "yes", "0o17", "010", "1e3", ".5", ".inf", "- ", "-  ", "? ", ": ", ":", ":  ", " ",
        "  ", "\n", "\n\n", "\n  ", "\n- ", "\n  - ", "\nk: ", "\n  k: ", "[", "]", "{", "}", ",", ", ", "# c", " #c",
        "\n# c\n", "\n  # c\n", "&x ", "*x", "!t ", "!!str ", "|", ">-", "\n|\n  text\n", "\"q\"", "'s'", "\"a b\"",
        "\"\\n\\x41\"", "\"", "'", "\n---\n", "\n...\n", "%YAML 1.2\n", "\t", "é", "\u{2028}", "\u{85}", "\r\n", "\r",
        "\u{FEFF}", "~", "<<: *x", "a: b\n", "k:\n", "http://x.y/z", "@", "# yamllint disable\n", "# yamllint enable\n",
        " # yamllint disable-line\n", "long long long long long long long long long long long long long long long long",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "\u{1F600}",
    ]

    private static let scalars = [
        " a", " b c", " \"q\"", " 's'", "", " ~", " yes", " 012", " [a, b]", " {a: b}", " &x v", " *x", " !!str v",
        " []",
        " # c", " a:b", " 1.5", " \"a\\tb\"",
    ]

    static func text(_ random: inout SeededRandom) -> String {
        if random.chance(0.2) {
            return (0..<Int.random(in: 1...20, using: &random)).map { _ in random.pick(pieces) }.joined()
        }
        var text = (random.chance(0.6) ? "---" : "") + node(&random, depth: 3, indent: -2)
        if random.chance(0.15) { text += "...\n" }
        if random.chance(0.1) { text.replace("\n", with: "\r\n") }
        return random.chance(0.5) ? mutated(text, &random) : text
    }

    private static func node(_ random: inout SeededRandom, depth: Int, indent: Int) -> String {
        if depth == 0 || random.chance(0.3) { return scalar(&random, indent: indent) }
        let step = random.pick([2, 2, 2, 4, 1, 3])
        var text = "\n"
        if random.chance(0.5) {
            let inner = max(0, indent + (random.chance(0.8) ? step : 0))
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                text += margin(inner) + "-" + (random.chance(0.1) ? " " : "")
                guard random.chance(0.3) else {
                    text += node(&random, depth: depth - 1, indent: inner)
                    continue
                }
                text += " k:" + node(&random, depth: depth - 1, indent: inner + 2)
                if random.chance(0.5) { text += margin(inner + 2) + "z: 1\n" }
            }
            return text
        }
        let inner = max(0, indent + step)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            text += margin(inner) + random.pick(["a", "b", "c", "\"q\"", "A", "é", "<<"]) + random.pick(["", "", " "])
            text += ":" + node(&random, depth: depth - 1, indent: inner)
            if random.chance(0.1) { text += String(repeating: "\n", count: Int.random(in: 1...3, using: &random)) }
            if random.chance(0.1) { text += margin(random.pick([inner, 0, 2])) + random.pick(["# c\n", "#c\n"]) }
        }
        return text
    }

    private static func scalar(_ random: inout SeededRandom, indent: Int) -> String {
        let deeper = margin(max(0, indent) + 2)
        let long = [
            " |\n\(deeper)t1\n\(deeper) t2", " >-\n\(deeper)t1", " a\n\(deeper)b", " \"a\n\(deeper)b\"",
            " [a,\n\(deeper)b]", " {a: 1,\n\(deeper)b: 2\n\(margin(max(0, indent)))}",
        ]
        return (random.chance(0.3) ? random.pick(long) : random.pick(scalars)) + "\n"
    }

    private static func mutated(_ text: String, _ random: inout SeededRandom) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<random.pick([1, 1, 2, 4]) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: scalars.remove(at: place)
            case 1: scalars[place] = random.pick([" ", "\n", "-", ":"])
            default: scalars.insert(contentsOf: random.pick(pieces).unicodeScalars, at: place)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func margin(_ width: Int) -> String { String(repeating: " ", count: width) }
}
