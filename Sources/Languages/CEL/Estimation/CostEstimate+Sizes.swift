// What is known of a part of an expression: its type, its size, and where in the data it stands.

extension CostEstimate {
    func type(_ expression: Expression) -> CELType { checker.types[expression.id] ?? .dyn }

    func size(_ expression: Expression) -> SizeRange { knownSize(expression) ?? .unknown }

    /// The elements of a list, by what the schema says of them.
    func elementSize(_ list: Expression) -> SizeRange {
        let path = givenPath(list)
        return path.isEmpty ? .unknown : shapeSize(path + ["@items"]) ?? .unknown
    }

    func isList(_ expression: Expression) -> Bool {
        if case .list = type(expression) { true } else { false }
    }

    func path(_ expression: Expression) -> [String] {
        if case .name(let name) = expression.kind, let local = locals[name]?.last { return local.path }
        return paths[expression.id] ?? []
    }

    /// The same for a function, which sees nothing of accumulators.
    private func givenPath(_ expression: Expression) -> [String] {
        let path = path(expression)
        return path.first?.hasPrefix("@result") == true ? [] : path
    }

    func entrySizes(_ expression: Expression) -> EntrySizes? {
        if let known = entries[expression.id] { return known }
        if case .name(let name) = expression.kind { return locals[name]?.last?.entries }
        return nil
    }

    func knownSize(_ expression: Expression) -> SizeRange? {
        if let size = sizes[expression.id] { return size }
        switch expression.kind {
        case .literal(.string(let text)): return SizeRange(UInt64(text.unicodeScalars.count))
        case .literal(.bytes(let bytes)): return SizeRange(UInt64(bytes.count))
        case .literal: return SizeRange(1)
        case .list(let elements, _): return SizeRange(UInt64(elements.count))
        case .map(let pairs): return SizeRange(UInt64(pairs.count))
        default: break
        }
        if let size = shapeSize(path(expression)) { return size }
        if type(expression).isScalar { return SizeRange(1) }
        if case .name(let name) = expression.kind { return locals[name]?.last?.size }
        return nil
    }

    /// What the schema says of the data at the end of a path. Keys are not bounded by schemas, and Kubernetes counts them
    /// as empty.
    private func shapeSize(_ path: [String]) -> SizeRange? {
        guard !path.isEmpty else { return nil }
        var shape = root
        for (index, step) in path.enumerated().dropFirst() {
            switch (step, shape.form) {
            case ("@items", .list(let element, _)), ("@values", .list(let element, _)): shape = element
            case ("@items", .map(let element)), ("@values", .map(let element)): shape = element
            case ("@keys", .map): return index == path.count - 1 ? SizeRange(0) : nil
            case (_, .object):
                guard let field = shape.field(escaped: step) else { return nil }
                shape = field.shape
            default: return nil
            }
        }
        return SizeRange(min: 0, max: shape.bounds.maxSize)
    }
}

extension CELType {
    /// Whether all values have one size.
    fileprivate var isScalar: Bool {
        switch self {
        case .bool, .double, .duration, .int, .timestamp, .uint: true
        case .opaque("optional_type", let parameters): parameters.first?.isScalar ?? false
        default: false
        }
    }
}
