/// Finds the type of each part of an expression and says what does not fit.
struct TypeChecker {
    /// What a name means.
    enum Reference: Sendable {
        case variable(String)
        case type(CELType)
        case constant(Constant)
    }

    var types: [Int: CELType] = [:]
    var references: [Int: Reference] = [:]
    /// The function of a call with all overloads that fit, and the overload when there is only one.
    private(set) var calls: [Int: (function: Function, overload: Int?, matching: [Int])] = [:]
    private(set) var issues: [CompileIssue] = []
    var mapping = TypeMapping()
    var scopes: [[String: CELType]]
    let container: String

    init(variables: [String: CELType], container: String) {
        scopes = [variables]
        self.container = container
    }

    /// The type of the whole.
    mutating func check(root: Expression) -> CELType {
        check(root)
        for (id, type) in types { types[id] = mapping.substitute(type, unknownIsDynamic: true) }
        return types[root.id] ?? .error
    }

    // MARK: Expressions

    mutating func check(_ expression: Expression) {
        types[expression.id] = type(of: expression)
    }

    func known(_ expression: Expression) -> CELType { types[expression.id] ?? .error }

    mutating func report(_ message: String, at expression: Expression) -> CELType {
        issues.append(CompileIssue(offset: expression.offset, message: message))
        return .error
    }

    private mutating func type(of expression: Expression) -> CELType {
        switch expression.kind {
        case .literal(let constant): constant.type
        case .name(let name): typeOfName(name, expression)
        case .select(let operand, let field, let isTest): select(expression, operand, field, isTest: isTest)
        case .call(let function, let target, let arguments): call(expression, function, target, arguments)
        case .list(let elements, let optional): list(elements, optional)
        case .map(let entries): map(entries)
        case .message(let name, let fields): message(expression, name, fields)
        case .fold(let fold): self.fold(fold)
        }
    }

    private mutating func typeOfName(_ name: String, _ expression: Expression) -> CELType {
        if let found = resolve(name, expression) { return found }
        return report("undeclared reference to '\(name)' (in container '\(container)')", at: expression)
    }

    /// A variable, a type or a constant, first in the container and then outside of it.
    private mutating func resolve(_ name: String, _ expression: Expression) -> CELType? {
        for scope in scopes.reversed() {
            guard let type = scope[name] else { continue }
            references[expression.id] = .variable(name)
            return type
        }
        for candidate in container.isEmpty ? [name] : ["\(container).\(name)", name] {
            if let type = namedTypes[candidate] {
                references[expression.id] = .type(type)
                return .type(type)
            }
            if candidate == "google.protobuf.NullValue.NULL_VALUE" {
                references[expression.id] = .constant(.null)
                return .int
            }
        }
        return nil
    }

    private mutating func select(
        _ expression: Expression, _ operand: Expression, _ field: String, isTest: Bool
    ) -> CELType {
        if !isTest, let name = expression.qualifiedName, let type = resolve(name, expression) { return type }
        let type = typeOfField(expression, operand, field, isOptional: false)
        return isTest ? .bool : mapping.substitute(type)
    }

    private mutating func typeOfField(
        _ expression: Expression, _ operand: Expression, _ field: String, isOptional: Bool
    ) -> CELType {
        check(operand)
        let operandType = mapping.substitute(known(operand))
        var result = CELType.error
        let target = operandType.unwrapped ?? operandType
        switch target {
        case .map(_, let value): result = value
        case .object(let object):
            result = object.field(field) ?? report("undefined field '\(field)'", at: expression)
        case .parameter:
            _ = mapping.assigns([.dyn], to: [target])
            result = .dyn
        default:
            if !target.isDynamicOrError {
                _ = report("type '\(target)' does not support field selection", at: expression)
            }
            result = .dyn
        }
        return operandType.unwrapped != nil || isOptional ? .optional(result) : result
    }

    // MARK: Calls

    private mutating func call(
        _ expression: Expression, _ name: String, _ target: Expression?, _ arguments: [Expression]
    ) -> CELType {
        if name == Operator.optionalSelect, case .literal(.string(let field)) = arguments[1].kind {
            types[arguments[1].id] = .string
            return mapping.substitute(typeOfField(expression, arguments[0], field, isOptional: true))
        }
        for argument in arguments { check(argument) }
        guard let target else {
            guard let function = Function.named(name) else {
                return report("undeclared reference to '\(name)' (in container '\(container)')", at: expression)
            }
            return resolve(function, expression, nil, arguments)
        }
        if let prefix = target.qualifiedName, let function = Function.named("\(prefix).\(name)") {
            return resolve(function, expression, nil, arguments)
        }
        check(target)
        guard let function = Function.named(name) else {
            return report("undeclared reference to '\(name)' (in container '\(container)')", at: expression)
        }
        return resolve(function, expression, target, arguments)
    }

    private mutating func resolve(
        _ function: Function, _ expression: Expression, _ target: Expression?, _ arguments: [Expression]
    ) -> CELType {
        let given = (target.map { [$0] } ?? []) + arguments
        let argumentTypes = given.map(known)
        var result: CELType?
        var matching: [Int] = []
        for (index, overload) in function.overloads.enumerated() where overload.signature.isMember == (target != nil) {
            let (parameters, type) = instantiate(overload.signature)
            guard mapping.assigns(argumentTypes, to: parameters) else { continue }
            matching.append(index)
            let found = mapping.substitute(type)
            if let earlier = result {
                if earlier != .dyn, earlier != found { result = .dyn }
            } else {
                result = found
            }
        }
        calls[expression.id] = (function, matching.count == 1 ? matching[0] : nil, matching)
        if let result { return result }
        let shown = argumentTypes.map { mapping.substitute($0, unknownIsDynamic: true).description }
        let types =
            target == nil
            ? "(\(shown.joined(separator: ", ")))" : "\(shown[0]).(\(shown.dropFirst().joined(separator: ", ")))"
        return report("found no matching overload for '\(function.name)' applied to '\(types)'", at: expression)
    }

    private mutating func instantiate(_ signature: Signature) -> (parameters: [CELType], result: CELType) {
        guard !signature.typeParameters.isEmpty else { return (signature.parameters, signature.result) }
        var own: [String: CELType] = [:]
        for name in signature.typeParameters { own[name] = mapping.fresh() }
        return (signature.parameters.map { $0.replacing(own) }, signature.result.replacing(own))
    }
}

extension Constant {
    var type: CELType {
        switch self {
        case .null: .null
        case .bool: .bool
        case .int: .int
        case .uint: .uint
        case .double: .double
        case .string: .string
        case .bytes: .bytes
        }
    }
}

extension CELType {
    fileprivate func replacing(_ own: [String: CELType]) -> CELType {
        switch self {
        case .parameter(let name): own[name] ?? self
        case .list(let element): .list(element.replacing(own))
        case .map(let key, let value): .map(key.replacing(own), value.replacing(own))
        case .type(let inner?): .type(inner.replacing(own))
        case .opaque(let name, let parameters): .opaque(name, parameters.map { $0.replacing(own) })
        default: self
        }
    }
}

private let namedTypes: [String: CELType] = [
    "bool": .bool, "int": .int, "uint": .uint, "double": .double, "string": .string, "bytes": .bytes,
    "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(nil),
    "optional_type": .optional(.dyn), "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    "net.IP": .opaque("net.IP", []), "net.CIDR": .opaque("net.CIDR", []),
    "kubernetes.Quantity": .opaque("kubernetes.Quantity", []), "kubernetes.URL": .opaque("kubernetes.URL", []),
    "kubernetes.NamedFormat": .opaque("kubernetes.NamedFormat", []),
    "kubernetes.Semver": .opaque("kubernetes.Semver", []),
]
