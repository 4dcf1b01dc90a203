/// What `input`, `data` and functions are. `with` makes another world for one expression; answers of rules are
/// remembered for each.
final class World {
    let input: RegoValue?
    let data: RegoValue
    /// Paths of `data` that were replaced: what rules say there does not count. nil without any.
    let replacedData: [[RegoValue]]?
    /// nil without any.
    let replacedFunctions: [Callee: FunctionReplacement]?

    private var documents: [Remembered]
    private var calls: [[CallKey: RegoValue?]]
    var comprehensions: [Int: RegoValue] = [:]

    init(
        input: RegoValue?, data: RegoValue, replacedData: [[RegoValue]]? = nil,
        replacedFunctions: [Callee: FunctionReplacement]? = nil, groups: Int
    ) {
        self.input = input
        self.data = data
        self.replacedData = replacedData
        self.replacedFunctions = replacedFunctions
        documents = Array(repeating: .unknown, count: groups)
        calls = []
    }

    enum Remembered {
        case unknown
        case undefined
        case value(RegoValue)

        init(_ value: RegoValue?) {
            self = value.map(Remembered.value) ?? .undefined
        }
    }

    func document(_ group: Int) -> Remembered { documents[group] }

    func remember(_ group: Int, _ value: RegoValue?) { documents[group] = Remembered(value) }

    func call(_ group: Int, _ key: CallKey) -> Remembered {
        guard group < calls.count, let known = calls[group][key] else { return .unknown }
        return Remembered(known)
    }

    func remember(_ group: Int, _ key: CallKey, _ value: RegoValue?) {
        while calls.count <= group { calls.append([:]) }
        calls[group].updateValue(value, forKey: key)
    }

    var groupCount: Int { documents.count }

    /// The same without replaced functions: what stands in for a function may call the real one.
    func withRealFunctions() -> World {
        World(input: input, data: data, replacedData: replacedData, groups: groupCount)
    }
}

enum FunctionReplacement {
    case value(RegoValue)
    case function(Callee)
}

/// Arguments of a call. Only their outside is hashed: two big objects that differ deep inside share a bucket, which
/// costs a comparison.
struct CallKey: Hashable {
    let arguments: [RegoValue]

    static func == (left: CallKey, right: CallKey) -> Bool { left.arguments == right.arguments }

    func hash(into hasher: inout Hasher) {
        for argument in arguments { argument.hashOutside(into: &hasher) }
    }
}

extension RegoValue {
    fileprivate func hashOutside(into hasher: inout Hasher) {
        switch self {
        case .null, .bool, .number, .string: hash(into: &hasher)
        case .array(let elements): Self.hashOutside(elements, into: &hasher)
        case .set(let set): Self.hashOutside(set.elements, into: &hasher)
        case .object(let object):
            Self.hashOutside(object.keys, into: &hasher)
            Self.hashOutside(object.values, into: &hasher)
        }
    }

    private static func hashOutside(_ elements: [RegoValue], into hasher: inout Hasher) {
        hasher.combine(elements.count)
        for element in elements.prefix(8) {
            switch element {
            case .null, .bool, .number, .string: element.hash(into: &hasher)
            case .array(let inner): hasher.combine(inner.count)
            case .set(let inner): hasher.combine(inner.count)
            case .object(let inner): hasher.combine(inner.count)
            }
        }
    }
}
