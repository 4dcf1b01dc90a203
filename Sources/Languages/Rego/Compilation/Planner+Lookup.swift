extension Planner {
    func lookup(
        _ root: Root, _ path: [Operand], _ output: Operand?, _ place: Site, _ bound: inout Set<Variable>
    ) -> [Make]? {
        var tried = bound
        if case .value(let operand) = root, !isBound(operand, tried) { return nil }
        guard let elements = elements(path, &tried), let output = self.output(output, &tried) else { return nil }
        bound = tried
        if root != .data, elements.allSatisfy(\.hasOneKey) { return [{ PathStep(root, elements, output, then: $0) }] }
        switch root {
        case .input: return [{ InputStep(Walk(elements, output, place, then: $0)) }]
        case .value(let operand): return [{ ValueStep(operand, Walk(elements, output, place, then: $0)) }]
        case .data: return [data(elements, output, place)]
        }
    }

    private func elements(_ path: [Operand], _ bound: inout Set<Variable>) -> [PathElement]? {
        var elements: [PathElement] = []
        for operand in path {
            switch operand {
            case .constant(let value): elements.append(.constant(value))
            case .variable(let slot): elements.append(bound.insert(slot).inserted ? .bind(slot) : .slot(slot))
            default:
                if isBound(operand, bound) {
                    elements.append(.operand(operand))
                } else if let pattern = pattern(operand, &bound) {
                    elements.append(.pattern(pattern))
                } else {
                    return nil
                }
            }
        }
        return elements
    }

    /// Goes down as far as the path is constant and no rule is met.
    private func data(_ elements: [PathElement], _ output: Output, _ place: Site) -> Make {
        var node: TreeNode? = context.root
        var base: RegoValue? = context.data
        var index = 0
        while index < elements.count, case .constant(let key) = elements[index], node?.group == nil {
            node = node?.children[key]
            base = base?.document(key)
            index += 1
        }
        let rest = Array(elements[index...])
        let (start, document) = (node, base)
        return { next in
            let walk = Walk(rest, output, place, then: next)
            return DataStep(
                node: start, base: document, walk, whole: Walk(elements, output, place, then: next))
        }
    }
}
