import Diagnostics
import FileTree
import Tree

/// The pairs that a generator's `literals`, `files` and `envs` give.
struct KeyValueSources {
    let loader: FileLoader
    let directory: TreePath
    /// Takes warnings.
    let report: (Finding) -> Void

    struct Pair {
        var key: String
        var bytes: [UInt8]
        var place: Place
    }

    func pairs(_ node: Node, named name: String) throws(Refused) -> [Pair] {
        var pairs: [Pair] = []
        var environments = node["envs"]?.elements ?? []
        if let single = node["env"] { environments.append(single) }
        for source in environments { pairs += try environment(source) }
        for source in node["literals"]?.elements ?? [] { pairs.append(try literal(source)) }
        for source in node["files"]?.elements ?? [] { pairs.append(try file(source)) }
        var seen: Set<String> = []
        for pair in pairs {
            check(pair)
            guard seen.insert(pair.key).inserted else {
                throw refusal(
                    .generatorInvalid, "\"\(name)\" gets key \"\(pair.key)\" twice", at: pair.place,
                    hint: "keep one of the two")
            }
        }
        return pairs
    }

    private func literal(_ source: Node) throws(Refused) -> Pair {
        let text = source.scalarText ?? ""
        // Byte by byte: an accent after a sign does not make it another one.
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")), equals != text.startIndex else {
            throw refusal(
                .generatorInvalid, "literal \"\(text)\" has no key and value", at: source.place,
                hint: "write it as key=value")
        }
        let value = unquoted(text.utf8[equals...].dropFirst())
        return Pair(key: String(text[..<equals]), bytes: Array(value), place: source.place)
    }

    private func unquoted(_ text: Substring.UTF8View) -> Substring.UTF8View {
        let quotes = [UInt8(ascii: "\""), UInt8(ascii: "'")]
        guard text.count > 1, let first = text.first, quotes.contains(first), text.last == first else { return text }
        return text.dropFirst().dropLast()
    }

    private func file(_ source: Node) throws(Refused) -> Pair {
        let text = source.scalarText ?? ""
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw refusal(
                .generatorInvalid, "file \"\(text)\" is no path", at: source.place,
                hint: "write it as key=path, or path")
        }
        let path = String(parts[parts.count - 1])
        let key = parts.count == 2 ? String(parts[0]) : TreePath(path).lastComponent
        return Pair(key: key, bytes: try loader.read(path, in: directory, at: source.place), place: source.place)
    }

    /// Lines of `key=value`; blank lines and those that start with `#` are skipped. Quotes belong to the value.
    private func environment(_ source: Node) throws(Refused) -> [Pair] {
        let path = source.scalarText ?? ""
        let file = SourceFile(directory.appending(path).description)
        var bytes = try loader.read(path, in: directory, at: source.place)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var pairs: [Pair] = []
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            guard let whole = String(validating: line, as: UTF8.self) else {
                throw refusal(
                    .generatorInvalid, "the line is not UTF-8", at: Place(file: file, line: number + 1, column: 1),
                    hint: "list the file under \"files\" if it is binary")
            }
            let text = whole.drop(while: \.isWhitespace)
            let place = Place(
                file: file, line: number + 1, column: whole.unicodeScalars.count - text.unicodeScalars.count + 1)
            guard let pair = variable(text, at: place) else { continue }
            pairs.append(pair)
        }
        return pairs
    }

    /// Nil for a line that says nothing. A key alone has the empty value; kustomize does not read its own environment.
    private func variable(_ text: Substring, at place: Place) -> Pair? {
        guard !text.isEmpty, !text.hasPrefix("#"), !text.hasPrefix("=") else { return nil }
        guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
            report(
                Finding(
                    .generatorInvalid, "\"\(text)\" has no value: it becomes the empty string", severity: .warning,
                    at: place, hint: "write \(text)= if that is meant"))
            return Pair(key: String(text), bytes: [], place: place)
        }
        return Pair(key: String(text[..<equals]), bytes: Array(text.utf8[equals...].dropFirst()), place: place)
    }

    /// Kustomize takes any key, and the cluster refuses some of them.
    private func check(_ pair: Pair) {
        let isValid =
            !pair.key.isEmpty && pair.key.utf8.count <= 253 && pair.key != "." && !pair.key.hasPrefix("..")
            && pair.key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
        guard !isValid else { return }
        report(
            Finding(
                .generatorInvalid, "a cluster will refuse the key \"\(pair.key)\"", severity: .warning,
                at: pair.place, hint: "use letters, digits, \"-\", \"_\" and \".\""))
    }
}
