import Tree

/// What is around a part of a schema, as far as rules are concerned.
struct RuleScope {
    private(set) var cardinality = Cardinality()
    /// The outermost part around whose elements cannot be told from those before a change; nil when all can.
    private(set) var uncorrelatable: String?

    /// For what a field, or a value of a map, may be.
    func inField(of node: Node, at path: String) -> RuleScope {
        let isMap = node["type"] == "object" && node["additionalProperties"].map { !$0.isNull && $0 != false } ?? false
        return child(
            count: isMap ? limit(node["maxProperties"]) : 1, of: node["x-kubernetes-map-type"] == "atomic", path)
    }

    /// For what an element of a list may be.
    func inItem(of node: Node, at path: String) -> RuleScope {
        let isList = node["type"] == "array"
        return child(count: isList ? limit(node["maxItems"]) : 1, of: node["x-kubernetes-list-type"] != "map", path)
    }

    private func child(count: UInt64?, of isUncorrelatable: Bool, _ path: String) -> RuleScope {
        RuleScope(
            cardinality: cardinality.times(count), uncorrelatable: uncorrelatable ?? (isUncorrelatable ? path : nil))
    }

    private func limit(_ node: Node?) -> UInt64? { node?.integer.map { UInt64(max($0, 0)) } }
}
