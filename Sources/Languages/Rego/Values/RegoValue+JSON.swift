/// Why a document could not be read.
package struct DocumentMistake: Error, Hashable, Sendable, CustomStringConvertible {
    package var message: String
    package var line: Int
    /// In bytes.
    package var column: Int

    package var description: String { "line \(line), column \(column): \(message)" }
}

extension RegoValue {
    /// The one value of a JSON text.
    package init(json bytes: some Sequence<UInt8>) throws(DocumentMistake) {
        do throws(JSONText.Mistake) {
            self = try JSONText.read(Array(bytes))
        } catch {
            throw DocumentMistake(message: error.message, line: error.line, column: error.column)
        }
    }

    /// As OPA writes it: on one line, sets as arrays, keys in order, and `<`, `>`, `&` escaped as in Go.
    package var json: String {
        var writer = JSONWriting()
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// On several lines; each begins with `prefix` and is indented. Empty arrays and objects stay on one.
    package func json(prefix: String, indent: String) -> String {
        var writer = JSONWriting()
        writer.layout = (Array(prefix.utf8), Array(indent.utf8))
        writer.bytes = Array(prefix.utf8)
        writer.write(self)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}

private struct JSONWriting {
    var bytes: [UInt8] = []
    var layout: (prefix: [UInt8], indent: [UInt8])?
    private var depth = 0

    mutating func write(_ value: RegoValue) {
        switch value {
        case .null: append("null")
        case .bool(let value): append(value ? "true" : "false")
        case .number(let value): append(value.text)
        case .string(let value): quote(value)
        case .array(let elements): list(elements)
        case .set(let set): list(set.elements)
        case .object(let object): write(object)
        }
    }

    private mutating func list(_ elements: [RegoValue]) {
        bytes.append(UInt8(ascii: "["))
        depth += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(element)
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: "]"))
    }

    private mutating func write(_ object: RegoObject) {
        bytes.append(UInt8(ascii: "{"))
        depth += 1
        for (index, (key, value)) in object.jsonMembers.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            quote(key)
            append(layout == nil ? ":" : ": ")
            write(value)
        }
        depth -= 1
        if !object.isEmpty { breakLine() }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func breakLine() {
        guard let layout else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += layout.prefix
        for _ in 0..<depth { bytes += layout.indent }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func quote(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append("\\\"")
            case UInt8(ascii: "\\"): append("\\\\")
            case UInt8(ascii: "\n"): append("\\n")
            case UInt8(ascii: "\r"): append("\\r")
            case UInt8(ascii: "\t"): append("\\t")
            case 0x08: append("\\b")
            case 0x0C: append("\\f")
            case ..<0x20, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"):
                append("\\u00" + hexText([byte]))
            case 0xA8 where bytes.suffix(2) == [0xE2, 0x80], 0xA9 where bytes.suffix(2) == [0xE2, 0x80]:
                // U+2028 and U+2029 end a line in JavaScript.
                bytes.removeLast(2)
                append(byte == 0xA8 ? "\\u2028" : "\\u2029")
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}

extension RegoObject {
    /// The members with texts as keys, in order: another key is its own JSON.
    var jsonMembers: [(String, RegoValue)] {
        var members: [(String, RegoValue)] = []
        members.reserveCapacity(count)
        var isPlain = true
        for (key, value) in zip(keys, values) {
            if case .string(let key) = key {
                members.append((key, value))
            } else {
                isPlain = false
                members.append((key.json, value))
            }
        }
        return isPlain ? members : members.sorted { compareBytes($0.0, $1.0) < 0 }
    }
}

func hexText(_ bytes: some Sequence<UInt8>) -> String {
    let letters = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [letters[Int($0 >> 4)], letters[Int($0 & 15)]] }, as: UTF8.self)
}
