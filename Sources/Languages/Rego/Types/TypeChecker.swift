/// What types rules have, and which expressions can never hold because of them.
struct TypeChecker: Sendable {
    private(set) var errors: [RegoError] = []

    init(
        _ groups: [SourceGroup], _ rules: [[LoweredRule]], order: [Int], root: TreeNode, kinds: [Group.Kind],
        _ environment: Environment
    ) {
    }
}
