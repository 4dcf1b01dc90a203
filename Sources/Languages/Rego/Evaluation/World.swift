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
    private var calls: [CallMemory]
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
        group < calls.count ? calls[group].answer(key) : .unknown
    }

    func remember(_ group: Int, _ key: CallKey, _ value: RegoValue?) {
        while calls.count <= group { calls.append(CallMemory()) }
        calls[group].remember(key, value)
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
