/// The little of XML that reports need.
enum XML {
    static let head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    /// - Parameter content: Text that is escaped already, or elements.
    static func element(_ name: String, _ attributes: [(String, String)], _ content: String = "") -> String {
        let start = "<" + name + attributes.map { " \($0.0)=\"\(escaped($0.1, isAttribute: true))\"" }.joined()
        return content.isEmpty ? start + "/>" : start + ">" + content + "</\(name)>"
    }

    /// Readers fold white space in attributes unless it is escaped, and line ends in text. XML 1.0 has no place for other
    /// control characters, not even escaped.
    static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            // Only "]]>" needs it.
            case ">": result += "&gt;"
            case "\"" where isAttribute: result += "&quot;"
            case "\n" where isAttribute: result += "&#10;"
            case "\t" where isAttribute: result += "&#9;"
            case "\r": result += "&#13;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
