/// What an evaluation runs: made once, used by many.
final class Plan: Sendable {
    let groups: [Group]
    let root: TreeNode
    let data: RegoValue
    let functions: [[RegoValue]: Int]
    /// The places that a trace notes; none where the program is not compiled for it.
    let marks: [Site]

    init(groups: [Group], root: TreeNode, data: RegoValue, functions: [[RegoValue]: Int], marks: [Site]) {
        self.groups = groups
        self.root = root
        self.data = data
        self.functions = functions
        self.marks = marks
    }
}

/// A level of `data` on which there are rules here or below.
final class TreeNode: Sendable {
    let children: [RegoValue: TreeNode]
    /// The rules whose path ends here, by their number.
    let group: Int?

    init(children: [RegoValue: TreeNode], group: Int?) {
        self.children = children
        self.group = group
    }
}

/// All rules of one path.
final class Group: Sendable {
    enum Kind: Sendable, Hashable {
        /// One value.
        case complete
        case set
        /// Values at paths that are computed.
        case object
        case function(arity: Int)
    }

    let number: Int
    let path: [RegoValue]
    let kind: Kind
    let clauses: [Clause]
    /// `default`
    let fallback: Clause?
    let index: ClauseIndex
    let place: Site
    /// All clauses have the same constant as value, so that the first that holds decides.
    let endsEarly: Bool

    init(
        number: Int, path: [RegoValue], kind: Kind, clauses: [Clause], fallback: Clause?, index: ClauseIndex,
        place: Site,
        endsEarly: Bool
    ) {
        self.number = number
        self.path = path
        self.kind = kind
        self.clauses = clauses
        self.fallback = fallback
        self.index = index
        self.place = place
        self.endsEarly = endsEarly
    }
}

/// One rule with its `else` branches.
final class Clause: Sendable {
    /// How many variables it has.
    let frame: Int
    /// The first steps of the body and of each `else`.
    let branches: [any Step]
    let place: Site

    init(frame: Int, branches: [any Step], place: Site) {
        self.frame = frame
        self.branches = branches
        self.place = place
    }
}
