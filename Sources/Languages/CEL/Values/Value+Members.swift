extension Value {
    /// What stands under a key or at an index, or nil.
    func member(_ key: Value) throws(EvaluationError) -> Value? {
        switch self {
        case .map(let map): return try map.find(key)
        case .list(let list):
            guard let index = key.index else {
                throw EvaluationError("unsupported index type '\(key.type.runtimeName)' in list")
            }
            return index >= 0 && index < list.count ? try list.element(Int(index)) : nil
        case .optional(let inner):
            guard let inner else { return nil }
            return try inner.member(key)
        default: throw EvaluationError.noSuchKey(key)
        }
    }

    /// A number that is whole.
    private var index: Int64? {
        switch self {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        case .double(let number): Int64(exactly: number)
        default: nil
        }
    }

    /// What to say when nothing is there.
    func missing(_ key: Value) -> EvaluationError {
        if case .list = self { return EvaluationError("index out of bounds: \(key.display)") }
        return EvaluationError.noSuchKey(key)
    }
}
