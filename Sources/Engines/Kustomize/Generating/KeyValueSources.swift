import Diagnostics
import FileTree
import Tree

/// The pairs that a generator's `literals`, `files` and `envs` give.
struct KeyValueSources {
    let loader: FileLoader
    let directory: TreePath

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
            try check(pair)
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

    /// Lines of `key=value`; blank lines and those that start with `#` are skipped.
    private func environment(_ source: Node) throws(Refused) -> [Pair] {
        var bytes = try loader.read(source.scalarText ?? "", in: directory, at: source.place)[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        var pairs: [Pair] = []
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            let line = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
            let text = String(decoding: line.drop { $0 == 0x20 || $0 == 0x09 }, as: UTF8.self)
            guard !text.isEmpty, !text.hasPrefix("#") else { continue }
            guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")) else {
                throw refusal(
                    .generatorInvalid,
                    "\"\(text)\" takes its value from the environment, and a build has none", at: source.place,
                    hint: "write \(text)=value in \"\(source.scalarText ?? "")\"")
            }
            pairs.append(
                Pair(
                    key: String(text[..<equals]), bytes: Array(text.utf8[equals...].dropFirst()),
                    place: source.place))
        }
        return pairs
    }

    private func check(_ pair: Pair) throws(Refused) {
        let isValid =
            !pair.key.isEmpty && pair.key.utf8.count <= 253 && pair.key != "." && pair.key != ".."
            && pair.key.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
        guard !isValid else { return }
        throw refusal(
            .generatorInvalid, "\"\(pair.key)\" is no key of a ConfigMap or Secret", at: pair.place,
            hint: "use letters, digits, \"-\", \"_\" and \".\"")
    }
}
