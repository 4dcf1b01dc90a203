/// YAML as people write it, and as they do not.
enum RandomText {
    static func text(_ random: inout SeededRandom) -> String {
        if random.chance(0.2) {
            return (0..<Int.random(in: 1...20, using: &random)).map { _ in random.pick(RandomPieces.any) }.joined()
        }
        var text = random.chance(0.15) ? random.pick(RandomPieces.heads) : ""
        for _ in 0..<random.pick([1, 1, 1, 1, 2, 3]) {
            text += (random.chance(0.6) ? "---" : "") + node(&random, depth: random.pick([2, 3, 3, 4]), indent: -2)
            if random.chance(0.15) { text += "...\n" }
        }
        if random.chance(0.1) { text = random.chance(0.5) ? String(text.dropLast()) : text + "\n\n" }
        if random.chance(0.1) { text.replace("\n", with: "\r\n") }
        return random.chance(0.5) ? mutated(text, &random) : text
    }

    private static func node(_ random: inout SeededRandom, depth: Int, indent: Int) -> String {
        if depth == 0 || random.chance(0.3) { return scalar(&random, indent: indent) }
        let step = random.pick([2, 2, 2, 2, 2, 4, 1, 3])
        let lead = (random.chance(0.1) ? random.pick([" &x", " !t", " &y !!map", " !!seq &z"]) : "") + ending(&random)
        if random.chance(0.5) {
            let inner = max(0, indent + (random.chance(0.8) ? step : 0))
            return lead + sequence(&random, depth: depth, margin: inner)
        }
        return lead + mapping(&random, depth: depth, margin: max(0, indent + step))
    }

    private static func sequence(_ random: inout SeededRandom, depth: Int, margin width: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            text += margin(width) + "-" + (random.chance(0.1) ? " " : "")
            if random.chance(0.2) {
                text += " k:" + node(&random, depth: depth - 1, indent: width + 2)
                if random.chance(0.5) { text += margin(width + 2) + "z: 1\n" }
            } else if random.chance(0.1) {
                text += " -" + node(&random, depth: depth - 1, indent: width + 2)
            } else {
                text += node(&random, depth: depth - 1, indent: width)
            }
            text += between(&random, margin: width)
        }
        return text
    }

    private static func mapping(_ random: inout SeededRandom, depth: Int, margin width: Int) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            if random.chance(0.05) {
                text += margin(width) + "?" + node(&random, depth: depth - 1, indent: width)
                text += margin(width) + ":" + node(&random, depth: depth - 1, indent: width)
                continue
            }
            text += margin(width) + random.pick(RandomPieces.keys) + random.pick(["", "", "", " "])
            text += ":" + node(&random, depth: depth - 1, indent: width)
            text += between(&random, margin: width)
        }
        return text
    }

    /// Empty lines and comments.
    private static func between(_ random: inout SeededRandom, margin width: Int) -> String {
        var text = ""
        if random.chance(0.06) { text += String(repeating: "\n", count: Int.random(in: 1...4, using: &random)) }
        if random.chance(0.08) {
            text += margin(random.pick([width, width, width + 2, 0, 2])) + random.pick(RandomPieces.comments) + "\n"
        }
        return text
    }

    private static func scalar(_ random: inout SeededRandom, indent: Int) -> String {
        let deeper = margin(max(0, indent) + random.pick([2, 2, 2, 1, 4]))
        if random.chance(0.2) { return " " + flow(&random, depth: 2, margin: deeper) + ending(&random) }
        let long = [
            " |\n\(deeper)t1\n\(deeper) t2", " >-\n\(deeper)t1", " |2\n\(deeper)t1\n\n\(deeper)t2",
            " >+ # c\n\(deeper)t\n",
            " a\n\(deeper)b", " \"a\n\(deeper)b\"", " 'a\n\n\(deeper)b'", " \"a\\\n\(deeper)b\"", "\n\(deeper)a",
            "\n\(deeper)\"a\"", " |\n\(deeper)# t\n\n",
        ]
        guard !random.chance(0.25) else { return random.pick(long) + "\n" }
        return random.pick(RandomPieces.scalars) + ending(&random)
    }

    private static func flow(_ random: inout SeededRandom, depth: Int, margin: String) -> String {
        if depth == 0 {
            return random.pick(["a", "b c", "\"q\"", "'s'", "yes", "012", "*x", "&x v", "!t v", "~", "a: b"])
        }
        let isMapping = random.chance(0.5)
        let inside = random.pick(["", "", "", " ", "  ", "\n\(margin)"])
        let separator = random.pick([", ", ", ", ",", " , ", ",\n\(margin)", ",  "])
        let members = (0..<Int.random(in: 0...3, using: &random)).map { _ in
            let key = isMapping ? random.pick(["a: ", "b: ", "\"q\":", "? c : ", "d", "e:  ", "f:"]) : ""
            return key + (isMapping && random.chance(0.2) ? "" : flow(&random, depth: depth - 1, margin: margin))
        }
        let text = members.joined(separator: separator) + (random.chance(0.05) ? "," : "")
        let close = inside.hasPrefix("\n") && random.chance(0.5) ? "\n" + margin.dropLast(2) : inside
        return isMapping ? "{\(inside)\(text)\(close)}" : "[\(inside)\(text)\(close)]"
    }

    private static func ending(_ random: inout SeededRandom) -> String {
        (random.chance(0.06) ? random.pick([" ", "  "]) + random.pick(RandomPieces.comments) : "")
            + (random.chance(0.03) ? random.pick([" ", "\t"]) : "") + "\n"
    }

    private static func mutated(_ text: String, _ random: inout SeededRandom) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<random.pick([1, 1, 2, 4]) where !scalars.isEmpty {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: scalars.remove(at: place)
            case 1: scalars[place] = random.pick([" ", "\n", "-", ":"])
            default: scalars.insert(contentsOf: random.pick(RandomPieces.any).unicodeScalars, at: place)
            }
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return String(view)
    }

    private static func margin(_ width: Int) -> String { String(repeating: " ", count: width) }
}
