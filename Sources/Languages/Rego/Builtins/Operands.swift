internal import BigInt

/// Arguments of a built-in, counted from one in messages and from zero here.
extension [RegoValue] {
    func string(_ index: Int) throws(BuiltinFailure) -> String {
        guard case .string(let text) = self[index] else { throw .operand(index, is: self[index], not: "string") }
        return text
    }

    func number(_ index: Int) throws(BuiltinFailure) -> RegoNumber {
        guard case .number(let number) = self[index] else { throw .operand(index, is: self[index], not: "number") }
        return number
    }

    /// A whole number of machine size.
    func integer(_ index: Int) throws(BuiltinFailure) -> Int {
        guard let integer = try number(index).int else {
            throw .operand(index, "must be integer number but got floating-point number")
        }
        return integer
    }

    func bigInteger(_ index: Int) throws(BuiltinFailure) -> BigInt {
        guard case .number(let number) = self[index] else { throw .operand(index, is: self[index], not: "integer") }
        guard let whole = number.whole else {
            throw .operand(index, "must be integer number but got floating-point number")
        }
        return whole
    }

    func array(_ index: Int) throws(BuiltinFailure) -> [RegoValue] {
        guard case .array(let elements) = self[index] else { throw .operand(index, is: self[index], not: "array") }
        return elements
    }

    func set(_ index: Int) throws(BuiltinFailure) -> RegoSet {
        guard case .set(let set) = self[index] else { throw .operand(index, is: self[index], not: "set") }
        return set
    }

    func object(_ index: Int) throws(BuiltinFailure) -> RegoObject {
        guard case .object(let object) = self[index] else { throw .operand(index, is: self[index], not: "object") }
        return object
    }

    /// Of an array or a set; `types` as the message names them.
    func elements(_ index: Int, _ types: String = "set, array") throws(BuiltinFailure) -> [RegoValue] {
        switch self[index] {
        case .array(let elements): return elements
        case .set(let set): return set.elements
        default: throw .operand(index, "must be one of {\(types)} but got \(self[index].typeName)")
        }
    }

    func strings(_ index: Int, _ types: String = "set, array") throws(BuiltinFailure) -> [String] {
        var texts: [String] = []
        for element in try elements(index, types) {
            guard case .string(let text) = element else {
                throw .element(index, of: self[index], is: element, not: "string")
            }
            texts.append(text)
        }
        return texts
    }
}

extension BuiltinFailure {
    static func operand(_ index: Int, _ message: String) -> BuiltinFailure {
        BuiltinFailure("operand \(index + 1) \(message)", .operand)
    }

    static func operand(_ index: Int, is value: RegoValue, not expected: String) -> BuiltinFailure {
        operand(index, "must be \(expected) but got \(value.typeName)")
    }

    static func element(_ index: Int, of whole: RegoValue, is value: RegoValue, not expected: String) -> BuiltinFailure
    {
        let type = whole.typeName
        return operand(index, "must be \(type) of \(expected)s but got \(type) containing \(value.typeName)")
    }
}

extension RegoType {
    static let anyArray = RegoType.array(of: .any)
    static let anySet = RegoType.set(of: .any)
    static let anyObject = RegoType.object(of: .any, by: .any)
    /// An object whose keys are strings.
    static let record = RegoType.object(of: .any)
    static let stringSet = RegoType.set(of: .string)
    static let stringArray = RegoType.array(of: .string)
    static let collection = RegoType.oneOf([.anySet, .anyArray])

    static func tuple(_ types: RegoType...) -> RegoType { .array(known: types, rest: nil) }
}

extension RegoValue {
    static func int(_ value: Int) -> RegoValue { .number(RegoNumber(value)) }

    static func strings(_ texts: some Sequence<String>) -> RegoValue { .array(texts.map { .string($0) }) }
}
