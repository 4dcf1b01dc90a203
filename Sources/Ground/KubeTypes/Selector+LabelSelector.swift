package import Tree

extension Selector {
    /// Reads a `LabelSelector`: `matchLabels` and `matchExpressions`, which must all hold.
    package init(labelSelector node: Node) throws(ParseError) {
        var requirements: [Requirement] = []
        for entry in node["matchLabels"]?.entries ?? [] {
            guard let value = entry.value.string else {
                throw ParseError(description: "matchLabels.\(entry.key) is no text")
            }
            requirements.append(Requirement(key: entry.key, condition: .equals(value)))
        }
        for expression in node["matchExpressions"]?.elements ?? [] {
            guard let key = expression["key"]?.string else {
                throw ParseError(description: "an entry of matchExpressions has no key")
            }
            let values = expression["values"]?.elements.compactMap(\.string) ?? []
            let word = expression["operator"]?.string ?? ""
            let condition: Operator
            switch word {
            case "In" where !values.isEmpty: condition = .isIn(values)
            case "NotIn" where !values.isEmpty: condition = .notIn(values)
            case "Exists": condition = .exists
            case "DoesNotExist": condition = .doesNotExist
            case "In", "NotIn": throw ParseError(description: "\(word) of \"\(key)\" needs values")
            default:
                throw ParseError(
                    description: "the operator \"\(word)\" of \"\(key)\" is none of In, NotIn, Exists, DoesNotExist")
            }
            requirements.append(Requirement(key: key, condition: condition))
        }
        self.init(requirements)
    }
}
