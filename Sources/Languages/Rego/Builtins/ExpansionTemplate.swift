internal import RE2

/// What a match is replaced with: `$1`, `${name}`, `$$`, as in Go's `Expand`. A group that there is not is empty.
struct ExpansionTemplate {
    private enum Piece {
        case text(String)
        case group(Int)
    }

    private var pieces: [Piece] = []

    init(_ template: String, groups expression: RegularExpression) {
        var rest = template[...]
        while let dollar = rest.firstIndex(of: "$") {
            pieces.append(.text(String(rest[..<dollar])))
            rest = rest[dollar...].dropFirst()
            if rest.hasPrefix("$") {
                pieces.append(.text("$"))
                rest = rest.dropFirst()
                continue
            }
            guard let name = Self.takeName(&rest) else {
                pieces.append(.text("$"))
                continue
            }
            if name.utf8.allSatisfy(isDigit) {
                pieces.append(.group(Int(name) ?? .max))
            } else {
                let numbers = (1...max(1, expression.groupCount)).filter { expression.groupCount >= $0 }
                for number in numbers where expression.groupName(number) == name { pieces.append(.group(number)) }
            }
        }
        pieces.append(.text(String(rest)))
    }

    /// The longest name there is, or one in braces.
    private static func takeName(_ rest: inout Substring) -> String? {
        let isBraced = rest.hasPrefix("{")
        let body = isBraced ? rest.dropFirst() : rest
        let name = body.prefix { $0 == "_" || $0.isLetter || $0.isNumber }
        guard !name.isEmpty else { return nil }
        let after = body[name.endIndex...]
        if isBraced {
            guard after.hasPrefix("}") else { return nil }
            rest = after.dropFirst()
        } else {
            rest = after
        }
        return String(name)
    }

    func expanded(_ match: RegularExpression.Match, _ text: ByteText) -> String {
        pieces.reduce(into: "") { output, piece in
            switch piece {
            case .text(let literal): output += literal
            case .group(let number): if match.indices.contains(number) { output += text[match[number]] }
            }
        }
    }
}
