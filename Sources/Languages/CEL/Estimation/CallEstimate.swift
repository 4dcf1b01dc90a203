/// What one call costs at most, and how large its result can be.
struct CallEstimate {
    private(set) var cost: UInt64 = 0
    private(set) var result: SizeRange?

    private let target: Expression?
    private let arguments: [Expression]
    private let sizes: CostEstimate

    init(
        name: String, parameters: [CELType], target: Expression?, arguments: [Expression], costs: [UInt64],
        sizes: CostEstimate
    ) {
        self.target = target
        self.arguments = arguments
        self.sizes = sizes
        let sum = costs.reduce(UInt64(0)) { $0.addedClamped($1) }
        switch name {
        case Operator.and, Operator.or: cost = sum
        case Operator.conditional:
            guard costs.count == 3 else { return }
            cost = costs[0].addedClamped(max(costs[1], costs[2]))
            result = size(1).union(size(2))
        default:
            let own = library(name, parameters) ?? language(name, parameters) ?? 1
            cost = own.addedClamped(sum)
        }
    }

    private func size(_ index: Int) -> SizeRange {
        arguments.indices.contains(index) ? sizes.size(arguments[index]) : .unknown
    }

    private var targetSize: SizeRange { target.map { sizes.size($0) } ?? .unknown }

    // MARK: What Kubernetes counts in its own way

    private mutating func library(_ name: String, _ parameters: [CELType]) -> UInt64? {
        switch name {
        case "isSorted", "sum", "max", "min", "indexOf", "lastIndexOf": return target.map(search)
        case "url" where arguments.count == 1:
            result = size(0)
            return size(0).cost(0.1)
        case "lowerAscii", "upperAscii", "substring", "trim":
            guard target != nil else { return nil }
            result = targetSize
            return targetSize.cost(0.1)
        case "replace" where target != nil && arguments.count >= 2:
            result = replaced()
            return targetSize.cost(0.2)
        case "split" where target != nil:
            var count = targetSize.max
            if case .literal(.int(let limit))? = arguments.dropFirst().first?.kind {
                count = UInt64(bitPattern: limit)
            }
            result = SizeRange(min: 0, max: count)
            return targetSize.cost(0.2)
        case "join": return target.map { join($0) }
        case "find", "findAll":
            guard target != nil, !arguments.isEmpty else { return nil }
            result = SizeRange(min: 0, max: targetSize.max)
            return pattern(over: targetSize, size(0))
        case "validate" where target != nil: return size(0).cost(0.1).scaled(by: 128 * 0.25)
        case "containsIP" where target != nil: return 4 + parsing(parameters)
        case "containsCIDR" where target != nil: return 7 + parsing(parameters)
        case "_==_": return equality(parameters)
        case "sets.contains", "sets.intersects": return (size(0) * size(1)).max.addedClamped(1)
        case "sets.equivalent": return (size(0) * size(1)).max.multipliedClamped(by: 2).addedClamped(1)
        case "slice", "reverse", "flatten":
            guard target != nil else { return nil }
            result = name == "flatten" ? .unknown : SizeRange(min: 0, max: targetSize.max)
            return Costs.newList(1, targetSize.max)
        case "sort", "distinct", Operator.sortByKeys:
            guard target != nil else { return nil }
            result = targetSize
            return Costs.newList(2.1, targetSize.max.multipliedClamped(by: targetSize.max))
        case "lists.range":
            if case .literal(.int(let count))? = arguments.first?.kind, count >= 0 {
                result = SizeRange(UInt64(count))
            }
            return Costs.newList(1, result?.max ?? .max)
        default: return nil
        }
    }

    /// Looks at each element of a list, or at each letter of a text.
    private func search(_ target: Expression) -> UInt64 {
        guard case .list(let element) = sizes.type(target) else { return targetSize.cost(0.1) }
        var each: UInt64 = 1
        if element == .string || element == .bytes {
            each = each.addedClamped(sizes.elementSize(target).cost(0.1))
        }
        return targetSize.max.multipliedClamped(by: each)
    }

    /// The length of a text in which parts were replaced: as many, and as short ones, as there can be.
    private func replaced() -> SizeRange {
        let (text, old, new) = (targetSize, size(0), size(1))
        var most: UInt64
        if old.min == 0 {
            most = text.max.addedClamped(1).multipliedClamped(by: new.max).addedClamped(text.max)
        } else if new.max <= old.min {
            most = text.max
        } else {
            most = text.max.dividedUp(by: old.min).multipliedClamped(by: new.max)
        }
        let least: UInt64
        if old.max == 0 {
            least = text.min.addedClamped(1).multipliedClamped(by: new.min).addedClamped(text.min)
        } else if old.max <= new.min {
            least = text.min
        } else {
            least = text.min.dividedUp(by: old.max).multipliedClamped(by: new.min)
        }
        return SizeRange(min: least, max: most)
    }

    private mutating func join(_ target: Expression) -> UInt64 {
        let list = targetSize
        var text = SizeRange(0)
        if case .list = sizes.type(target) { text = list * sizes.elementSize(target) }
        if !arguments.isEmpty {
            let gaps = SizeRange(min: list.min > 0 ? list.min - 1 : 0, max: list.max > 0 ? list.max - 1 : 0)
            text = text + size(0) * gaps
        }
        result = text
        return text.cost(0.1)
    }

    /// A regular expression over a text, which is read even when it is empty.
    private func pattern(over text: SizeRange, _ pattern: SizeRange) -> UInt64 {
        (text + SizeRange(1)).cost(0.1).multipliedClamped(by: pattern.cost(0.25))
    }

    private func parsing(_ parameters: [CELType]) -> UInt64 {
        parameters.last == .string ? min(size(0).cost(0.1), .max - 8) : 0
    }

    /// Values of libraries are compared at once.
    private func equality(_ parameters: [CELType]) -> UInt64? {
        let types = arguments.map { sizes.type($0) }
        guard types.count == 2, types[0] == types[1], case .opaque(let name, _) = types[0] else { return nil }
        switch name {
        case "kubernetes.NamedFormat": return UInt64(64).scaled(by: 0.1)
        case "kubernetes.URL":
            return (arguments.count == 2 ? sizes.knownSize(arguments[1])?.max ?? 1 : 1).scaled(by: 0.1)
        case "optional_type": return nil
        default: return 1
        }
    }

    // MARK: What the language counts

    private mutating func language(_ name: String, _ parameters: [CELType]) -> UInt64? {
        let isText = parameters.first == .string || parameters.first == .bytes
        switch name {
        case "format" where target != nil: return targetSize.cost(0.1)
        case "bytes" where parameters == [.string]:
            result = SizeRange(min: size(0).min, max: size(0).max.multipliedClamped(by: 4))
            return size(0).cost(0.1)
        case "string" where parameters == [.bytes]:
            result = SizeRange(min: size(0).min / 4, max: size(0).max)
            return size(0).cost(0.1)
        case "strings.quote":
            result = SizeRange(
                min: size(0).min.addedClamped(2), max: size(0).max.multipliedClamped(by: 2).addedClamped(2))
            return size(0).cost(0.1)
        case "startsWith", "endsWith": return size(0).cost(0.1)
        case Operator.isIn:
            guard case .list? = parameters.last else { return nil }
            return size(1).max
        case "matches" where target != nil: return pattern(over: targetSize, size(0))
        case "contains" where target != nil:
            return targetSize.cost(0.1).multipliedClamped(by: size(0).cost(0.1))
        case Operator.add:
            if case .list? = parameters.first {
                result = size(0) + size(1)
                return 1
            }
            guard isText else { return nil }
            let text = size(0) + size(1)
            result = text
            return text.cost(0.1)
        case "_<_", "_<=_", "_>_", "_>=_": return isText ? min(size(0).max, size(1).max).scaled(by: 0.1) : nil
        case Operator.equals, Operator.notEquals: return min(size(0).max, size(1).max).scaled(by: 0.1)
        default: return nil
        }
    }
}
