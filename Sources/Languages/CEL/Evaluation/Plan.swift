/// A step of a program. Steps refer to others by their index in the plan.
enum Step: Sendable {
    case constant(Value)
    case attribute(Attribute)
    /// `has(…)`: the last qualifier is only looked for.
    case presence(Attribute)
    case call(Call)
    case equality(Int, Int, isNegated: Bool)
    case all([Int])
    case any([Int])
    case list([Int], optional: Set<Int>)
    case map([Entry])
    case fold(FoldPlan)
    /// Adds one element to the list in a slot.
    case append(slot: Int, element: Int)
    /// Adds an entry to the map in a slot; without a key all entries of the value.
    case insert(slot: Int, key: Int?, value: Int)
    /// `x in [constants]`.
    case membership(Int, Set<MapKey>)
    /// `optional.or(…)` and `optional.orValue(…)`.
    case alternative(Int, Int, unwraps: Bool)

    struct Entry: Sendable {
        var key: Int
        var value: Int
        var isOptional: Bool
    }

    struct Call: Sendable {
        var name: String
        var run: Function.Implementation
        var cost: Function.Cost?
        var arguments: [Int]
        /// A regular expression that is a constant.
        var expression: CompiledExpression?
    }
}

/// A name or a value and what is read from it: `self.spec.hosts[0]`.
struct Attribute: Sendable {
    enum Base: Sendable {
        case slot(Int)
        /// A bound name, computed when it is first read.
        case bound(Int, value: Int)
        case value(Int)
        case conditional(Int, Int, Int)
    }

    struct Qualifier: Sendable {
        enum Key: Sendable {
            case constant(Value)
            case computed(Int)
        }

        var key: Key
        var isOptional: Bool
    }

    var base: Base
    var qualifiers: [Qualifier] = []
}

/// A loop over a list or a map.
final class FoldPlan: Sendable {
    let range: Int
    let variable: Int
    let secondVariable: Int?
    let accumulator: Int
    let initial: Int
    let condition: Int
    let step: Int
    let result: Int
    let isBinding: Bool

    init(
        range: Int, variable: Int, secondVariable: Int?, accumulator: Int, initial: Int, condition: Int, step: Int,
        result: Int, isBinding: Bool
    ) {
        self.range = range
        self.variable = variable
        self.secondVariable = secondVariable
        self.accumulator = accumulator
        self.initial = initial
        self.condition = condition
        self.step = step
        self.result = result
        self.isBinding = isBinding
    }
}
