/// Where a node stands in its object: `spec.http[0].route[1].weight`.
package struct FieldPath: Hashable, Sendable, CustomStringConvertible {
    package enum Step: Hashable, Sendable {
        case key(String)
        case index(Int)
    }

    package var steps: [Step]

    package init(_ steps: [Step] = []) { self.steps = steps }

    package func appending(_ key: String) -> FieldPath { FieldPath(steps + [.key(key)]) }
    package func appending(_ index: Int) -> FieldPath { FieldPath(steps + [.index(index)]) }

    /// Kubernetes' way of writing a path; keys with dots or slashes stand in brackets: `metadata.labels[app.kubernetes.io/name]`.
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key) where key.contains(".") || key.contains("/"): text += "[\(key)]"
            case .key(let key): text += text.isEmpty ? key : ".\(key)"
            }
        }
        return text
    }
}

extension Node {
    package func at(_ path: FieldPath) -> Node? {
        var node = self
        for step in path.steps {
            let next =
                switch step {
                case .key(let key): node[key]
                case .index(let index): node[index]
                }
            guard let next else { return nil }
            node = next
        }
        return node
    }
}
