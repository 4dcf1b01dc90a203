internal import Parallel

/// Writes trees as YAML, byte for byte as `kustomize build` does: the layout of go-yaml 2, keys in natural order,
/// two spaces, lists not indented below their key, long lines of text broken at the first blank beyond column 80.
package struct YAMLWriter {
    package struct Options: Sendable {
        /// Keys in kustomize's order; false keeps the order of the tree.
        package var sortKeys: Bool

        package init(sortKeys: Bool = true) { self.sortKeys = sortKeys }
    }

    private var bytes: [UInt8] = []
    private let options: Options

    private init(options: Options) { self.options = options }

    /// One document.
    package static func text(_ node: Node, options: Options = .init()) -> String {
        text([node], options: options)
    }

    /// Documents, parted by `---`.
    package static func text(_ documents: [Node], options: Options = .init()) -> String {
        String(decoding: bytes(documents, options: options), as: UTF8.self)
    }

    package static func bytes(_ documents: [Node], options: Options = .init()) -> [UInt8] {
        let texts = parallelMap(documents) { document in
            var writer = YAMLWriter(options: options)
            writer.write(document, indent: 0, position: .root)
            return writer.bytes
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(texts.reduce(0) { $0 + $1.count + 4 })
        for (index, text) in texts.enumerated() {
            if index > 0 { bytes.append(contentsOf: "---\n".utf8) }
            bytes.append(contentsOf: text)
        }
        return bytes
    }

    // MARK: Structure

    /// What stands before a value on its line.
    private enum Position { case root, afterKey, afterDash }

    /// Writes `node` and ends its line. `indent` is the column of the collection that holds it.
    private mutating func write(_ node: Node, indent: Int, position: Position) {
        switch node.value {
        case .mapping(let mapping) where !mapping.isEmpty:
            write(mapping, indent: position == .root ? 0 : indent + 2, position: position)
        case .sequence(let elements) where !elements.isEmpty:
            write(elements, indent: position == .afterDash ? indent + 2 : indent, position: position)
        default:
            if position == .afterKey { append(" ") }
            writeScalar(node, indent: indent + 2)
            append("\n")
        }
    }

    private mutating func write(_ mapping: Mapping, indent: Int, position: Position) {
        if position == .afterKey { append("\n") }
        let entries = options.sortKeys ? mapping.entries.sorted { naturallyPrecedes($0.key, $1.key) } : mapping.entries
        for (index, entry) in entries.enumerated() {
            if index > 0 || position != .afterDash { pad(indent) }
            writeKey(entry.key, indent: indent)
            write(entry.value, indent: indent, position: .afterKey)
        }
    }

    private mutating func write(_ elements: [Node], indent: Int, position: Position) {
        if position == .afterKey { append("\n") }
        for (index, element) in elements.enumerated() {
            if index > 0 || position != .afterDash { pad(indent) }
            append("- ")
            write(element, indent: indent, position: .afterDash)
        }
    }

    /// Keys beyond 128 bytes are no simple keys; the emitter then spells the question mark.
    private mutating func writeKey(_ key: String, indent: Int) {
        guard key.utf8.count > 128 else {
            append(YAMLScalar.spelling(of: key, indent: indent, column: nil))
            return append(":")
        }
        append("? " + YAMLScalar.spelling(of: key, indent: indent + 2, column: indent + 2) + "\n")
        pad(indent)
        append(":")
    }

    private mutating func writeScalar(_ node: Node, indent: Int) {
        switch node.value {
        case .null: append("null")
        case .bool(let flag): append(flag ? "true" : "false")
        case .integer(let number): append(String(number))
        case .unsigned(let number): append(String(number))
        case .float(let number): append(yamlSpelling(of: number))
        case .string(let text): append(YAMLScalar.spelling(of: text, indent: indent, column: column))
        case .sequence: append("[]")
        case .mapping: append("{}")
        }
    }

    /// How many characters the present line has.
    private var column: Int {
        var count = 0
        for byte in bytes.reversed() {
            if byte == UInt8(ascii: "\n") { break }
            if byte & 0xC0 != 0x80 { count += 1 }
        }
        return count
    }

    private mutating func pad(_ count: Int) {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}

/// A number as it comes out after its way through JSON: whole ones without a point, others in Go's shortest form.
func yamlSpelling(of number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? ".nan" : number < 0 ? "-.inf" : ".inf" }
    let json = jsonSpelling(of: number)
    // The reader of that JSON takes for whole what 64 bits hold.
    if let whole = Int64(json) { return String(whole) }
    if UInt64(json) != nil { return json }
    let (digits, point) = shortestDigits(of: number.magnitude)
    let exponent = point - 1
    guard exponent < -4 || exponent >= 6 else { return json }
    let sign = number < 0 ? "-" : ""
    let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
    let power = String(exponent.magnitude)
    return sign + digits.prefix(1) + fraction + (exponent < 0 ? "e-" : "e+") + (power.count < 2 ? "0" : "") + power
}
