/// Spells drafts as YAML.
struct DraftWriter {
    /// How far a nested block stands to the right.
    var step = 2
    /// Whether lists stand to the right of their key.
    var indentsLists = false

    func document(_ draft: Draft) -> String {
        block(draft, indent: 0) + "\n"
    }

    /// The lines of a value that starts on a line of its own.
    private func block(_ draft: Draft, indent: Int) -> String {
        switch draft {
        case .map(let entries, false) where !entries.isEmpty:
            return entries.map { member($0, indent: indent) }.joined(separator: "\n")
        case .list(let entries, false) where !entries.isEmpty:
            return entries.map { element($0, indent: indent) }.joined(separator: "\n")
        default: return margin(indent) + inline(draft, indent: indent)
        }
    }

    private func margin(_ indent: Int) -> String { String(repeating: " ", count: indent) }

    private func comments(_ entry: Draft.Entry, indent: Int) -> String {
        entry.above.map { ($0.isEmpty ? "" : margin(indent) + "#" + $0) + "\n" }.joined()
    }

    private func isBlock(_ draft: Draft) -> Bool {
        switch draft {
        case .map(let entries, false), .list(let entries, false): !entries.isEmpty
        default: false
        }
    }

    private func member(_ entry: Draft.Entry, indent: Int) -> String {
        let head = comments(entry, indent: indent) + margin(indent) + (entry.key ?? "") + ":"
        let properties = entry.properties.isEmpty ? "" : " " + entry.properties
        let tail = entry.behind.map { " #" + $0 } ?? ""
        guard isBlock(entry.value) else {
            return head + properties + lead(inline(entry.value, indent: indent + step)) + safe(tail, entry.value)
        }
        let inner = entry.value.isList && !indentsLists ? indent : indent + step
        return head + properties + tail + "\n" + block(entry.value, indent: inner)
    }

    private func element(_ entry: Draft.Entry, indent: Int) -> String {
        let head = comments(entry, indent: indent) + margin(indent) + "-"
        let properties = entry.properties.isEmpty ? "" : " " + entry.properties
        guard isBlock(entry.value) else {
            let tail = entry.behind.map { " #" + $0 } ?? ""
            return head + properties + lead(inline(entry.value, indent: indent + step)) + safe(tail, entry.value)
        }
        let lines = block(entry.value, indent: indent + 2)
        let startsWithComment = entry.value.entries.first?.above.isEmpty == false
        guard entry.properties.isEmpty, !startsWithComment else { return head + properties + "\n" + lines }
        return head + " " + lines.dropFirst(indent + 2)
    }

    private func lead(_ text: String) -> String { text.isEmpty ? "" : " " + text }

    /// Blocks of text and scalars of several lines bear no comment behind them.
    private func safe(_ comment: String, _ value: Draft) -> String {
        switch value {
        case .text(_, .literal), .text(_, .folded), .embedded: ""
        case .raw(let text) where text.contains("\n") || text.isEmpty: ""
        default: comment
        }
    }

    // MARK: Within a line

    private func inline(_ draft: Draft, indent: Int) -> String {
        switch draft {
        case .raw(let text): return lines(text, indent: indent)
        case .text(let text, let style): return scalar(text, style, indent: indent)
        case .embedded(let documents):
            let text = documents.map { DraftWriter().document($0) }.joined(separator: "---\n")
            return scalar(text, .literal, indent: indent)
        case .map(let entries, _):
            let members = entries.map { ($0.key ?? "") + ": " + flowProperties($0) + flow($0.value) }
            return "{" + members.joined(separator: ", ") + "}"
        case .list(let entries, _):
            return "[" + entries.map { flowProperties($0) + flow($0.value) }.joined(separator: ", ") + "]"
        }
    }

    private func flowProperties(_ entry: Draft.Entry) -> String {
        entry.properties.isEmpty ? "" : entry.properties + " "
    }

    private func flow(_ draft: Draft) -> String {
        switch draft {
        case .raw(let text):
            text.contains("\n") || text.hasPrefix("|") || text.hasPrefix(">") ? "\"x\"" : text
        case .text(let text, .single): scalar(text, .single, indent: 0)
        case .text(let text, .plain) where text.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }:
            scalar(text, .plain, indent: 0)
        case .text(let text, _): scalar(text, .double, indent: 0)
        default: inline(draft, indent: 0)
        }
    }

    private func lines(_ text: String, indent: Int) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { $0 == 0 || $1.isEmpty ? String($1) : margin(indent) + $1 }.joined(separator: "\n")
    }

    private func scalar(_ text: String, _ style: Draft.Style, indent: Int) -> String {
        let isSimple = text.unicodeScalars.allSatisfy {
            $0 == "\n" || $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) && ![0x2028, 0x2029].contains($0.value)
        }
        switch style {
        case .plain where Self.mayBePlain(text): return text
        case .single where isSimple && !text.contains("\n"):
            return "'" + text.replacing("'", with: "''") + "'"
        case .literal where isSimple && !text.isEmpty && text.first != "\n" && text.first != " ":
            let ending = text.hasSuffix("\n\n") ? "+" : text.hasSuffix("\n") ? "" : "-"
            let body = text.hasSuffix("\n") ? String(text.dropLast()) : text
            return "|" + ending + "\n" + margin(indent) + lines(body, indent: indent)
        default: return Self.doubleQuoted(text)
        }
    }

    static func doubleQuoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case "\u{2028}": result += "\\L"
            case "\u{2029}": result += "\\P"
            default:
                if scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
                    result += "\\x" + String(scalar.value + 0x100, radix: 16).dropFirst()
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }

    static func mayBePlain(_ text: String) -> Bool {
        guard let first = text.first, first.isLetter || first == "/" || first == "." && text.count > 1 else {
            return false
        }
        guard !text.contains(": "), !text.contains(" #"), !text.hasSuffix(" "), !text.hasSuffix(":") else {
            return false
        }
        guard !["true", "false", "null", "yes", "no", "on", "off", "y", "n"].contains(text.lowercased()) else {
            return false
        }
        return text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value < 0x7F }
    }
}
