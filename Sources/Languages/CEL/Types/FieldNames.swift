/// Kubernetes' escaping of field names that are no names in CEL (`__`, `.`, `-`, `/`, and the words of the language), or
/// nil for a name that cannot be written at all.
package func escapedName(_ name: String) -> String? {
    if wordsOfLanguage.contains(name) { return "__\(name)__" }
    guard let first = name.unicodeScalars.first, !first.isDigit else { return nil }
    let letters = Array(name.unicodeScalars)
    var result = ""
    var index = 0
    while index < letters.count {
        switch letters[index] {
        case "_" where index + 1 < letters.count && letters[index + 1] == "_":
            result += "__underscores__"
            index += 1
        case ".": result += "__dot__"
        case "-": result += "__dash__"
        case "/": result += "__slash__"
        case let letter:
            guard letter.isNamePart else { return nil }
            result.unicodeScalars.append(letter)
        }
        index += 1
    }
    return result
}

let wordsOfLanguage: Set = [
    "true", "false", "null", "in", "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let",
    "loop", "package", "namespace", "return", "var", "void", "while",
]
