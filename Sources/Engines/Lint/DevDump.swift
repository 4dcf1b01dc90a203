package func devDump(_ text: String) -> String {
    let stream = TokenStream(Array(text.unicodeScalars) + ["\0"])
    var lines = stream.tokens.map { t in
        "\(t.kind.name) \(t.start.index):\(t.start.line):\(t.start.column) \(t.end.index):\(t.end.line):\(t.end.column)"
            + (t.kind == .scalar ? " " + stream.value(of: t).map { String($0.value) }.joined(separator: ",") : "")
    }
    if let e = stream.error { lines.append("SCAN \(e.message) \(e.mark.line):\(e.mark.column)") }
    if let e = Grammar.error(in: stream) { lines.append("PARSE \(e.message) \(e.mark.line):\(e.mark.column)") }
    return lines.joined(separator: "\n") + "\n====\n"
}
