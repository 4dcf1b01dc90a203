/// One way to call a function: the types that it takes and gives.
struct Signature: Sendable {
    var parameters: [CELType]
    var result: CELType
    /// Called as `target.f(…)`; the target is the first parameter.
    var isMember: Bool
    var typeParameters: [String]

    /// Reads `string.(int) -> string` and `(A, list(A)) -> bool`. A single capital letter is a type parameter.
    init(_ text: StaticString) {
        var reader = SignatureReader(text.description)
        self = reader.signature()
    }
}

/// Reads the notation of signatures, which only this module writes. What it cannot read is `dyn`.
private struct SignatureReader {
    private let letters: [Character]
    private var position = 0
    private var found: [String] = []

    init(_ text: String) { letters = text.filter { $0 != " " }.map { $0 } }

    mutating func signature() -> Signature {
        var parameters: [CELType] = []
        var isMember = false
        if peek != "(" {
            parameters.append(type())
            isMember = true
            skip(".")
        }
        parameters += list()
        skip("-")
        skip(">")
        let result = type()
        return Signature(parameters: parameters, result: result, isMember: isMember, typeParameters: found)
    }

    private var peek: Character? { position < letters.count ? letters[position] : nil }

    private mutating func skip(_ letter: Character) { if peek == letter { position += 1 } }

    private mutating func list() -> [CELType] {
        skip("(")
        var types: [CELType] = []
        while let next = peek, next != ")" {
            types.append(type())
            skip(",")
        }
        skip(")")
        return types
    }

    private mutating func type() -> CELType {
        var name = ""
        while let next = peek, next.isLetter || next == "_" || (next == "." && isInsideName) {
            name.append(next)
            position += 1
        }
        let parameters = peek == "(" && parameterized.contains(name) ? list() : []
        if name.count == 1 {
            if !found.contains(name) { found.append(name) }
            return .parameter(name)
        }
        return simple[name] ?? composed(name, parameters)
    }

    /// A dot belongs to the name when letters follow: `net.IP`.
    private var isInsideName: Bool { position + 1 < letters.count && letters[position + 1].isLetter }

    private func composed(_ name: String, _ parameters: [CELType]) -> CELType {
        switch name {
        case "list": .list(parameters.first ?? .dyn)
        case "map": .map(parameters.first ?? .dyn, parameters.last ?? .dyn)
        case "type": .type(parameters.first)
        case "optional": .optional(parameters.first ?? .dyn)
        default: .opaque(name, [])
        }
    }
}

extension Signature {
    fileprivate init(parameters: [CELType], result: CELType, isMember: Bool, typeParameters: [String]) {
        self.parameters = parameters
        self.result = result
        self.isMember = isMember
        self.typeParameters = typeParameters
    }
}

private let parameterized: Set = ["list", "map", "type", "optional"]
private let simple: [String: CELType] = [
    "dyn": .dyn, "null": .null, "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string,
    "bytes": .bytes, "timestamp": .timestamp, "duration": .duration,
]
