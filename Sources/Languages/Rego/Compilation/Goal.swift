// What the compiler makes of syntax: names are resolved, nested references and calls stand alone. The planner orders
// these goals and makes steps of them.

/// The number of a local variable in its rule; also its place in the rule's frame.
typealias Variable = Int

/// A value that is built from constants and local variables, or a pattern that binds them.
indirect enum Operand: Sendable, Hashable {
    case constant(RegoValue)
    case variable(Variable)
    case array([Operand])
    case object([OperandPair])
    case set([Operand])
}

struct OperandPair: Sendable, Hashable {
    var key: Operand
    var value: Operand
}

/// Where a reference begins.
enum Root: Sendable, Hashable {
    case input
    case data
    case value(Operand)
}

/// What a call calls.
enum Callee: Sendable, Hashable {
    /// With its dots.
    case builtin(String)
    /// The path of a function below `data`.
    case function([RegoValue])

    /// As an error names it.
    var text: String {
        switch self {
        case .builtin(let name): name
        case .function(let path): referenceText(path)
        }
    }
}

struct Goal: Sendable {
    indirect enum Kind: Sendable {
        case unify(Operand, Operand)
        /// Holds unless the value is `false`.
        case test(Operand)
        /// nil: only has to be there and not be `false`.
        case lookup(Root, [Operand], Operand?)
        case call(Callee, [Operand], Operand?)
        case comprehension(Comprehension, Variable)
        case not(Region)
        /// The first goals, which run once all variables with a name in any of the second are bound.
        case known([Goal], [Goal])
        case every(key: Operand, value: Operand, domain: Operand, Region)
        case with([Replacement], [Unit])
        /// Each region gives the values of one argument in its result.
        case print([Comprehension])
        /// Text and values in turn.
        case template([TemplateSegment], Variable)
    }

    var kind: Kind
    var position: Position
}

/// Goals that are ordered as one: an expression of the body without its nested calls.
struct Unit: Sendable {
    var goals: [Goal]
    var position: Position
    /// Only for coverage: the expression that begins with this unit.
    var beginning: Position?
}

/// Goals whose own variables are not seen outside.
struct Region: Sendable {
    /// Variables made from here on, and before `end`, are its own.
    var start: Variable
    var end: Variable
    /// Those among them that belong to what stands around it.
    var foreign: Set<Variable> = []
    var units: [Unit]

    func owns(_ variable: Variable) -> Bool { variable >= start && variable < end && !foreign.contains(variable) }
}

struct Comprehension: Sendable {
    enum Kind: Sendable { case array, set, object }

    var kind: Kind
    /// One for arrays and sets, key and value for objects.
    var head: [Operand]
    var region: Region
}

enum TemplateSegment: Sendable {
    case text(String)
    case values(Comprehension)
}

/// `with target as value`
struct Replacement: Sendable {
    enum Target: Sendable, Hashable {
        case input([RegoValue])
        case data([RegoValue])
        case function(Callee)
    }

    enum Value: Sendable {
        case operand(Operand)
        case function(Callee)
    }

    var target: Target
    var value: Value
    var position: Position
}

extension Operand {
    /// Calls `visit` with each variable in it, in order.
    func forEachVariable(_ visit: (Variable) -> Void) {
        switch self {
        case .constant: break
        case .variable(let variable): visit(variable)
        case .array(let elements), .set(let elements): for element in elements { element.forEachVariable(visit) }
        case .object(let pairs):
            for pair in pairs {
                pair.key.forEachVariable(visit)
                pair.value.forEachVariable(visit)
            }
        }
    }

    func allVariables(are isBound: (Variable) -> Bool) -> Bool {
        switch self {
        case .constant: true
        case .variable(let variable): isBound(variable)
        case .array(let elements), .set(let elements): elements.allSatisfy { $0.allVariables(are: isBound) }
        case .object(let pairs):
            pairs.allSatisfy { $0.key.allVariables(are: isBound) && $0.value.allVariables(are: isBound) }
        }
    }

    var constant: RegoValue? {
        if case .constant(let value) = self { return value }
        return nil
    }

    /// Composites of constants are constants.
    static func folded(array elements: [Operand]) -> Operand {
        let constants = elements.compactMap(\.constant)
        return constants.count == elements.count ? .constant(.array(constants)) : .array(elements)
    }

    static func folded(set elements: [Operand]) -> Operand {
        let constants = elements.compactMap(\.constant)
        return constants.count == elements.count ? .constant(.set(RegoSet(constants))) : .set(elements)
    }

    static func folded(object pairs: [OperandPair]) -> Operand {
        let constants = pairs.compactMap { pair in
            pair.key.constant.flatMap { key in pair.value.constant.map { (key, $0) } }
        }
        return constants.count == pairs.count ? .constant(.object(RegoObject(constants))) : .object(pairs)
    }
}

extension Goal {
    /// Calls `visit` with each variable in it and in what is nested in it.
    func forEachVariable(_ visit: (Variable) -> Void) {
        switch kind {
        case .unify(let left, let right):
            left.forEachVariable(visit)
            right.forEachVariable(visit)
        case .test(let operand): operand.forEachVariable(visit)
        case .lookup(let root, let path, let output):
            if case .value(let operand) = root { operand.forEachVariable(visit) }
            for element in path { element.forEachVariable(visit) }
            output?.forEachVariable(visit)
        case .call(_, let arguments, let output):
            for argument in arguments { argument.forEachVariable(visit) }
            output?.forEachVariable(visit)
        case .comprehension(let comprehension, let output):
            comprehension.forEachVariable(visit)
            visit(output)
        case .not(let region): region.units.forEachVariable(visit)
        case .known(let goals, _): for goal in goals { goal.forEachVariable(visit) }
        case .every(let key, let value, let domain, let region):
            key.forEachVariable(visit)
            value.forEachVariable(visit)
            domain.forEachVariable(visit)
            region.units.forEachVariable(visit)
        case .with(let replacements, let units):
            for case .operand(let operand) in replacements.map(\.value) { operand.forEachVariable(visit) }
            units.forEachVariable(visit)
        case .print(let arguments): for argument in arguments { argument.forEachVariable(visit) }
        case .template(let segments, let output):
            for case .values(let comprehension) in segments { comprehension.forEachVariable(visit) }
            visit(output)
        }
    }
}

extension Comprehension {
    func forEachVariable(_ visit: (Variable) -> Void) {
        for operand in head { operand.forEachVariable(visit) }
        region.units.forEachVariable(visit)
    }
}

extension [Unit] {
    func forEachVariable(_ visit: (Variable) -> Void) {
        for unit in self { for goal in unit.goals { goal.forEachVariable(visit) } }
    }
}
