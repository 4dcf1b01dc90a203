internal import KubeTypes
internal import Tree

/// One webhook of a configuration that changes pods.
struct Webhook: Sendable {
    let owner: Item
    let node: Node
    let namespaces: LabelSelector
    let objects: LabelSelector

    init(_ node: Node, of owner: Item) {
        self.owner = owner
        self.node = node
        namespaces = LabelSelector(node["namespaceSelector"])
        objects = LabelSelector(node["objectSelector"])
    }

    var name: String { node.text("name") }
    var isIstio: Bool { name.hasSuffix("istio.io") }

    func injects(_ labels: [String: String], in namespace: [String: String]) -> Bool {
        namespaces.matches(namespace) && objects.matches(labels)
    }

    static func all(of configuration: Item) -> [Webhook] {
        configuration.root.items("webhooks").map { Webhook($0, of: configuration) }
    }
}

/// A selector of Kubernetes' API objects: pairs and expressions that must all hold. None selects all, one that is no
/// selector selects nothing.
struct LabelSelector: Sendable {
    private let selector: Selector?

    init(_ node: Node?) {
        let pairs = node?.pairs("matchLabels") ?? [:]
        var requirements = pairs.map { Selector.Requirement(key: $0.key, condition: .equals($0.value)) }
        var isValid = true
        for expression in node?.items("matchExpressions") ?? [] {
            let values = expression.texts("values")
            let condition: Selector.Operator? =
                switch expression.text("operator") {
                case "In": .isIn(values)
                case "NotIn": .notIn(values)
                case "Exists": .exists
                case "DoesNotExist": .doesNotExist
                default: nil
                }
            guard let condition else {
                isValid = false
                continue
            }
            requirements.append(Selector.Requirement(key: expression.text("key"), condition: condition))
        }
        selector = isValid ? Selector(requirements) : nil
    }

    func matches(_ labels: [String: String]) -> Bool { selector?.matches(labels) ?? false }

    /// The values that a label is asked for.
    func values(of key: String) -> [String] {
        (selector?.requirements ?? []).filter { $0.key == key }.flatMap { requirement -> [String] in
            switch requirement.condition {
            case .equals(let value): [value]
            case .isIn(let values), .notIn(let values): values
            default: []
            }
        }
    }
}
