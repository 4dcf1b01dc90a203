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
    var found: [Difference] = []
    collect(a, b, at: FieldPath(), into: &found)
    return found
}

private func collect(_ a: Node?, _ b: Node?, at path: FieldPath, into found: inout [Difference]) {
    if let one = a?.mapping, let other = b?.mapping {
        for entry in one.entries { collect(entry.value, other[entry.key], at: path.appending(entry.key), into: &found) }
        for entry in other.entries where !one.contains(entry.key) {
            collect(nil, entry.value, at: path.appending(entry.key), into: &found)
        }
    } else if let one = a?.sequence, let other = b?.sequence {
        for index in 0..<max(one.count, other.count) {
            let (left, right) = (a?[index], b?[index])
            collect(left, right, at: path.appending(index), into: &found)
        }
    } else if a != b {
        found.append(Difference(path: path, desired: a, live: b))
    }
}
