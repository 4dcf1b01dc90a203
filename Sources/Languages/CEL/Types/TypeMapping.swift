/// What is known of type parameters while an expression is checked; the rules of cel-go's type checker.
struct TypeMapping {
    private var known: [String: CELType] = [:]
    private var count = 0

    /// A parameter of which nothing is known.
    mutating func fresh() -> CELType {
        count += 1
        return .parameter("_var\(count)")
    }

    /// Whether each of `arguments` fits; what is learned of parameters stays known only if all do.
    mutating func assigns(_ arguments: [CELType], to parameters: [CELType]) -> Bool {
        guard arguments.count == parameters.count else { return false }
        let before = known
        for (argument, parameter) in zip(arguments, parameters) where !fits(argument, parameter) {
            known = before
            return false
        }
        return true
    }

    /// Puts in what is known; a parameter of which nothing is known stays, or becomes dynamic.
    func substitute(_ type: CELType, unknownIsDynamic: Bool = false) -> CELType {
        switch type {
        case .parameter(let name):
            if let found = known[name] { return substitute(found, unknownIsDynamic: unknownIsDynamic) }
            return unknownIsDynamic ? .dyn : type
        case .list(let element): return .list(substitute(element, unknownIsDynamic: unknownIsDynamic))
        case .map(let key, let value):
            return .map(
                substitute(key, unknownIsDynamic: unknownIsDynamic),
                substitute(value, unknownIsDynamic: unknownIsDynamic))
        case .type(let inner?): return .type(substitute(inner, unknownIsDynamic: unknownIsDynamic))
        case .opaque(let name, let parameters):
            return .opaque(name, parameters.map { substitute($0, unknownIsDynamic: unknownIsDynamic) })
        default: return type
        }
    }

    /// The type of a list that holds both.
    mutating func joined(_ previous: CELType?, _ current: CELType) -> CELType {
        guard let previous else { return current }
        return assigns([previous], to: [current]) ? moreGeneral(previous, current) : .dyn
    }

    // MARK: Fitting

    private mutating func fits(_ a: CELType, _ b: CELType) -> Bool {
        if case .parameter(let name) = b {
            let (isValid, isKnown) = learn(name, is: a)
            if isValid { return true }
            if isKnown { return false }
        }
        if case .parameter(let name) = a { return learn(name, is: b).isValid }
        if a.isDynamicOrError || b.isDynamicOrError { return true }
        if a == .null { return takesNull(b) }
        if b == .null { return takesNull(a) }
        switch (a, b) {
        case (.type, .type): return true
        case (.list(let a), .list(let b)): return fits(a, b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)): return fits(aKey, bKey) && fits(aValue, bValue)
        case (.opaque(let a, let aParameters), .opaque(let b, let bParameters)):
            guard a == b, aParameters.count == bParameters.count else { return false }
            for (a, b) in zip(aParameters, bParameters) where !fits(a, b) { return false }
            return true
        default: return a == b
        }
    }

    private func takesNull(_ type: CELType) -> Bool {
        switch type {
        case .null, .object, .opaque, .timestamp, .duration: true
        default: false
        }
    }

    private mutating func learn(_ name: String, is type: CELType) -> (isValid: Bool, isKnown: Bool) {
        if type == .parameter(name) { return (true, true) }
        if let found = known[name] {
            if found == type { return (true, true) }
            guard fits(type, found) else { return (false, true) }
            let general = moreGeneral(type, found)
            if !mentions(general, name) { known[name] = general }
            return (true, true)
        }
        guard !mentions(type, name) else { return (false, false) }
        known[name] = type
        return (true, false)
    }

    /// Whether a parameter occurs in a type, also through what is known.
    private func mentions(_ type: CELType, _ name: String) -> Bool {
        switch type {
        case .parameter(let other): other == name || (known[other].map { mentions($0, name) } ?? false)
        case .list(let element): mentions(element, name)
        case .map(let key, let value): mentions(key, name) || mentions(value, name)
        case .type(let inner?): mentions(inner, name)
        case .opaque(_, let parameters): parameters.contains { mentions($0, name) }
        default: false
        }
    }

    private func moreGeneral(_ a: CELType, _ b: CELType) -> CELType { isAtMostAsSpecific(a, b) ? a : b }

    private func isAtMostAsSpecific(_ a: CELType, _ b: CELType) -> Bool {
        if a.isDynamicOrError { return true }
        if case .parameter = a { return true }
        if b.isDynamicOrError { return false }
        if case .parameter = b { return false }
        switch (a, b) {
        case (.list(let a), .list(let b)): return isAtMostAsSpecific(a, b)
        case (.map(let aKey, let aValue), .map(let bKey, let bValue)):
            return isAtMostAsSpecific(aKey, bKey) && isAtMostAsSpecific(aValue, bValue)
        case (.type, .type): return true
        case (.opaque(let a, let aParameters), .opaque(let b, let bParameters)):
            return a == b && aParameters.count == bParameters.count
                && zip(aParameters, bParameters).allSatisfy(isAtMostAsSpecific)
        default: return a == b
        }
    }
}
