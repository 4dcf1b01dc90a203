extension RegoType {
    /// The same, or with less known of its parts where it is too large: types hold each other in full, so that a few
    /// rules (`b := [a, a]`, `c := [b, b]`…) could make one that takes for ever to compare.
    var blurred: RegoType {
        var parts = 0
        count(&parts)
        guard parts > Self.largest else { return self }
        switch self {
        case .array(let known, let rest): return .array(known: known.map { _ in .any }, rest: rest.map { _ in .any })
        case .object(let known, let rest):
            return .object(known: known.mapValues { _ in .any }, rest: rest.map { _ in Member(key: .any, value: .any) })
        default: return .any
        }
    }

    private static let largest = 2000

    private func count(_ parts: inout Int) {
        parts += 1
        guard parts <= Self.largest else { return }
        switch self {
        case .any, .null, .boolean, .number, .string: break
        case .set(let element): element.count(&parts)
        case .oneOf(let types): for type in types { type.count(&parts) }
        case .array(let known, let rest):
            for type in known { type.count(&parts) }
            rest?.count(&parts)
        case .object(let known, let rest):
            for type in known.values { type.count(&parts) }
            rest?.key.count(&parts)
            rest?.value.count(&parts)
        }
    }
}
