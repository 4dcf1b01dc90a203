/// Text in Markdown as GitHub and GitLab read it, so that it means nothing but itself.
enum MarkdownText {
    /// Text within a line or a cell of a table.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.oneLine.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            // An empty comment keeps names and numbers from becoming mentions and links.
            case "@", "#": result += "\(scalar)<!-- -->"
            case "\\", "`", "*", "_", "{", "}", "[", "]", "(", ")", "!", "|", "~", "$":
                result += "\\\(scalar)"
            // What looks like an address becomes a link.
            case ":" where result.hasSuffix("http") || result.hasSuffix("https"): result += "<!-- -->:"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A span of code.
    ///
    /// - Parameter isCell: Whether it stands in a table, where a bar ends the cell even in code.
    static func code(_ text: String, isCell: Bool) -> String {
        let line = isCell ? text.oneLine.replacing("|", with: "\\|") : text.oneLine
        let ticks = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        let gap = line.hasPrefix("`") || line.hasSuffix("`") || line.isEmpty ? " " : ""
        return ticks + gap + line + gap + ticks
    }

    static func html(_ text: String) -> String {
        text.oneLine.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    /// A block of code that nothing in the text can end.
    static func fenced(_ text: String) -> String {
        let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: text) + 1))
        return "\(fence)text\n\(text)\(text.hasSuffix("\n") ? "" : "\n")\(fence)\n"
    }

    private static func longestRun(of scalar: Unicode.Scalar, in text: String) -> Int {
        var longest = 0
        var run = 0
        for other in text.unicodeScalars {
            run = other == scalar ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }
}
