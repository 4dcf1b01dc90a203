/// What the planner has to know of all policies.
final class PlanningContext {
    let functions: [[RegoValue]: Int]
    let builtins: [String: Builtin]
    let root: TreeNode
    let data: RegoValue
    /// Paths of rules that stand at a node, by number.
    let kinds: [Group.Kind]
    private(set) var comprehensions: Int
    private(set) var marks: [Site] = []

    init(
        functions: [[RegoValue]: Int], builtins: [String: Builtin], root: TreeNode, data: RegoValue,
        kinds: [Group.Kind],
        firstComprehension: Int = 0
    ) {
        self.functions = functions
        self.builtins = builtins
        self.root = root
        self.data = data
        self.kinds = kinds
        comprehensions = firstComprehension
    }

    func nextComprehension() -> Int {
        comprehensions += 1
        return comprehensions
    }

    /// The number under which a trace notes this place.
    func nextMark(_ place: Site) -> Int {
        marks.append(place)
        return marks.count - 1
    }
}
