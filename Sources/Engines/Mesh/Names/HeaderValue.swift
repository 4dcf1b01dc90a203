/// What keeps a text from being the value of a header that Envoy writes: control characters, and variables such as
/// `%START_TIME(%s)%` that do not end. Nil when nothing does.
///
/// Source: Envoy's format of access logs and header values, "Command operators".
package func headerValueProblem(_ value: String) -> String? {
    var reader = HeaderValueReader(bytes: Array(value.utf8))
    return reader.problem()
}

private struct HeaderValueReader {
    let bytes: [UInt8]
    var index = 0

    mutating func problem() -> String? {
        if bytes.contains(where: { $0 < 0x20 && $0 != 0x09 || $0 == 0x7F }) { return "it holds a control character" }
        while index < bytes.count {
            guard bytes[index] == percent else {
                index += 1
                continue
            }
            index += 1
            guard index < bytes.count else { return "it ends with a single \"%\"" }
            if bytes[index] == percent {
                index += 1
            } else if let problem = variableProblem() {
                return problem
            }
        }
        return nil
    }

    private mutating func variableProblem() -> String? {
        while index < bytes.count {
            switch bytes[index] {
            case percent:
                index += 1
                return nil
            case UInt8(ascii: "("):
                index += 1
                if let problem = argumentsProblem() { return problem }
                return endProblem()
            default: index += 1
            }
        }
        return unterminated
    }

    /// The arguments in parentheses, up to the closing one.
    private mutating func argumentsProblem() -> String? {
        guard index < bytes.count else { return unterminated }
        if bytes[index] == UInt8(ascii: "[") {
            index += 1
            return arrayProblem()
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                index += 2
                if index > bytes.count { return "a \"\\\" stands at its end" }
            case UInt8(ascii: ")"):
                index += 1
                return nil
            default: index += 1
            }
        }
        return unterminated
    }

    /// `"a", "b"])`, behind the opening bracket.
    private mutating func arrayProblem() -> String? {
        var isTextNext = true
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            switch byte {
            case UInt8(ascii: " "): continue
            case UInt8(ascii: "\"") where isTextNext:
                if let problem = textProblem() { return problem }
                isTextNext = false
            case UInt8(ascii: ",") where !isTextNext: isTextNext = true
            case UInt8(ascii: "]") where !isTextNext:
                skipSpaces()
                guard index < bytes.count, bytes[index] == UInt8(ascii: ")") else { return unterminated }
                index += 1
                return nil
            default: return "the list of texts of a variable is not written as [\"a\", \"b\"]"
            }
        }
        return unterminated
    }

    private mutating func textProblem() -> String? {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\\"):
                index += 2
                if index > bytes.count { return "a \"\\\" stands at its end" }
            case UInt8(ascii: "\""):
                index += 1
                return nil
            default: index += 1
            }
        }
        return unterminated
    }

    private mutating func endProblem() -> String? {
        skipSpaces()
        guard index < bytes.count, bytes[index] == percent else { return unterminated }
        index += 1
        return nil
    }

    private mutating func skipSpaces() {
        while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    }

    private let percent = UInt8(ascii: "%")
    private let unterminated = "a variable that begins with \"%\" does not end with one"

    init(bytes: [UInt8]) { self.bytes = bytes }
}
