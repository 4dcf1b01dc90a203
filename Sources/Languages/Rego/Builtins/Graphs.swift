extension Builtins {
    private static let graphType = RegoType.object(of: .collection, by: .any)

    static let graphs: [Builtin] = [
        Builtin("walk", [.any], .tuple(.anyArray, .any)) { arguments, context throws(BuiltinFailure) in
            var pairs: [RegoValue] = []
            try walk(arguments[0], at: [], into: &pairs, context)
            return .array(pairs)
        }.relation(),
        Builtin("graph.reachable", [graphType, .collection], .anySet) { arguments, context throws(BuiltinFailure) in
            let graph = try arguments.object(0)
            var queue = try arguments.elements(1, "{array, set}")[...]
            var reached: Set<RegoValue> = []
            while let node = queue.popFirst() {
                try context.spend(1)
                guard !reached.contains(node), let edges = graph[node] else { continue }
                reached.insert(node)
                queue += edges.neighbours.filter { !reached.contains($0) }
            }
            return .set(RegoSet(reached))
        },
        Builtin("graph.reachable_paths", [graphType, .collection], .set(of: .anyArray)) {
            arguments, context throws(BuiltinFailure) in
            let graph = try arguments.object(0)
            var paths: [RegoValue] = []
            for node in try arguments.elements(1, "{array, set}") {
                guard let edges = graph[node] else { continue }
                guard !edges.neighbours.isEmpty else {
                    paths.append(.array([node]))
                    continue
                }
                for next in edges.neighbours {
                    try extend([node], by: next, seen: [node], in: graph, into: &paths, context)
                }
            }
            return .set(RegoSet(paths))
        },
    ]

    private static func walk(
        _ value: RegoValue, at path: [RegoValue], into pairs: inout [RegoValue], _ context: BuiltinContext
    ) throws(BuiltinFailure) {
        try context.spend(1 + path.count / 8)
        pairs.append(.array([.array(path), value]))
        switch value {
        case .array(let elements):
            for (index, element) in elements.enumerated() {
                try walk(element, at: path + [.int(index)], into: &pairs, context)
            }
        case .object(let object):
            for (key, value) in zip(object.keys, object.values) {
                try walk(value, at: path + [key], into: &pairs, context)
            }
        case .set(let set):
            for element in set.elements { try walk(element, at: path + [element], into: &pairs, context) }
        default: break
        }
    }

    /// A path ends where nothing follows, before a node that is not in the graph, and before one that it has already.
    private static func extend(
        _ path: [RegoValue], by node: RegoValue, seen: Set<RegoValue>, in graph: RegoObject,
        into paths: inout [RegoValue], _ context: BuiltinContext
    ) throws(BuiltinFailure) {
        try context.spend(20 + 8 * path.count)
        guard path.count < 2000 else { throw BuiltinFailure("a path of the graph has more than 2000 nodes", .limit) }
        guard let edges = graph[node] else { return paths.append(.array(path)) }
        let longer = path + [node]
        guard !edges.neighbours.isEmpty else { return paths.append(.array(longer)) }
        let seen = seen.union([node])
        for next in edges.neighbours {
            if seen.contains(next) {
                paths.append(.array(longer))
            } else {
                try extend(longer, by: next, seen: seen, in: graph, into: &paths, context)
            }
        }
    }
}

extension RegoValue {
    fileprivate var neighbours: [RegoValue] {
        switch self {
        case .array(let elements): elements
        case .set(let set): set.elements
        default: []
        }
    }
}
