package import Tree

/// A field that differs between two trees. Nil stands for a field that is missing.
package struct Difference: Equatable, Sendable {
    package var path: FieldPath
    package var desired: Node?
    package var live: Node?

    package init(path: FieldPath, desired: Node?, live: Node?) {
        self.path = path
        self.desired = desired
        self.live = live
    }
}

/// Where `a` (desired) and `b` (live) differ, leaf by leaf, in the order of `a`.
package func differences(from a: Node, to b: Node) -> [Difference] {
    []
}
