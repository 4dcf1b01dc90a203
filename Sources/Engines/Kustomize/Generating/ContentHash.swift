import Crypto
import Tree

/// The suffix by which the name of a generated object tells its content: SHA-256 over a canonical JSON text.
func contentHash(of root: Node) -> String {
    let digest = SHA256.hash(data: canonicalText(of: root))
    var hash = ""
    for byte in digest.prefix(5) {
        for digit in [byte >> 4, byte & 15] { hash.unicodeScalars.append(letter(for: digit)) }
    }
    return hash
}

/// Digits that could make up words are replaced by consonants.
private func letter(for digit: UInt8) -> Unicode.Scalar {
    let letters: [Unicode.Scalar] = [
        "g", "h", "2", "k", "4", "5", "6", "7", "8", "9", "m", "b", "c", "d", "t", "f",
    ]
    return letters[Int(digit)]
}

private func canonicalText(of root: Node) -> [UInt8] {
    let canonical: Node
    switch root["kind"]?.string {
    case "ConfigMap":
        var fields: Node = ["kind": "ConfigMap", "name": "", "data": part(root["data"])]
        if let binary = root["binaryData"], binary.mapping?.isEmpty == false { fields["binaryData"] = binary }
        canonical = fields
    case "Secret":
        var fields: Node = [
            "kind": "Secret", "type": part(root["type"]), "name": "",
            "data": part(root["data"]),
        ]
        if let text = root["stringData"], text.mapping?.isEmpty == false { fields["stringData"] = text }
        canonical = fields
    default: canonical = root
    }
    return escapedForHTML(JSONWriter.bytes(canonical, sortKeys: true))
}

private func part(_ node: Node?) -> Node {
    guard let node, !node.isNull else { return "" }
    return node
}

/// Go's encoder escapes what could end a script in a page.
func escapedForHTML(_ json: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(json.count)
    var index = 0
    while index < json.count {
        let byte = json[index]
        index += 1
        switch byte {
        case UInt8(ascii: "<"): result.append(contentsOf: "\\u003c".utf8)
        case UInt8(ascii: ">"): result.append(contentsOf: "\\u003e".utf8)
        case UInt8(ascii: "&"): result.append(contentsOf: "\\u0026".utf8)
        case 0xE2
        where index + 1 < json.count && json[index] == 0x80 && (json[index + 1] == 0xA8 || json[index + 1] == 0xA9):
            result.append(contentsOf: (json[index + 1] == 0xA8 ? "\\u2028" : "\\u2029").utf8)
            index += 2
        default: result.append(byte)
        }
    }
    return result
}
