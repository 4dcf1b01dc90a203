extension Builtins {
    private static let pathList = RegoType.oneOf([
        .array(of: .oneOf([.string, .anyArray])), .set(of: .oneOf([.string, .anyArray])),
    ])

    static let paths: [Builtin] = [
        Builtin("json.filter", [.anyObject, pathList], .any) { arguments, _ throws(BuiltinFailure) in
            let object = try arguments.object(0)
            return kept(.object(object), .object(try tree(of: arguments)))
        },
        Builtin("json.remove", [.anyObject, pathList], .any) { arguments, _ throws(BuiltinFailure) in
            let object = try arguments.object(0)
            return without(.object(object), .object(try tree(of: arguments)))
        },
        Builtin("json.patch", [.any, .array(of: patchType)], .any) { arguments, context throws(BuiltinFailure) in
            let patches = try arguments.array(1)
            var document: RegoValue? = arguments[0]
            for patch in patches {
                try context.spend(1)
                // A patch that does not fit makes the whole undefined, not an error.
                guard let next = Patch(patch)?.applied(to: document) else { return nil }
                document = next
            }
            return document
        },
    ]

    private static let patchType = RegoType.object(
        known: [.string("op"): .string, .string("path"): .any], rest: RegoType.Member(key: .any, value: .any))

    /// The paths as one tree; null ends a path.
    private static func tree(of arguments: [RegoValue]) throws(BuiltinFailure) -> RegoObject {
        var tree = RegoObject.empty
        for path in try arguments.elements(1) {
            guard let segments = pathSegments(path) else {
                throw .operand(
                    1,
                    "must be one of {set, array} containing string paths or array of path segments "
                        + "but got \(path.typeName)"
                )
            }
            insert(segments[...], in: &tree)
        }
        return tree
    }

    private static func insert(_ path: ArraySlice<RegoValue>, in tree: inout RegoObject) {
        guard let first = path.first else { return }
        guard path.count > 1 else { return tree.set(first, to: .null) }
        var inner = RegoObject.empty
        if let known = tree[first] {
            // A shorter path has taken all of it.
            guard case .object(let members) = known else { return }
            inner = members
        }
        insert(path.dropFirst(), in: &inner)
        tree.set(first, to: .object(inner))
    }

    private static func kept(_ value: RegoValue, _ filter: RegoValue) -> RegoValue {
        guard case .object(let filter) = filter else { return value }
        switch value {
        case .object(let object):
            let members = object.filter { key, _ in filter[key] != nil }
            return .object(RegoObject(zip(members.keys, members.values).map { ($0, kept($1, filter[$0] ?? .null)) }))
        case .array(let elements):
            return .array(
                elements.enumerated().compactMap { index, element in filter[String(index)].map { kept(element, $0) } })
        case .set(let set):
            return .set(RegoSet(set.elements.compactMap { element in filter[element].map { kept(element, $0) } }))
        default: return value
        }
    }

    /// Nil when nothing is left.
    private static func without(_ value: RegoValue, _ removed: RegoValue?) -> RegoValue? {
        guard let removed else { return value }
        guard case .object(let removed) = removed else { return nil }
        switch value {
        case .object(let object):
            return .object(
                RegoObject(
                    zip(object.keys, object.values).compactMap { key, value in
                        without(value, removed[key]).map { (key, $0) }
                    }))
        case .array(let elements):
            return .array(
                elements.enumerated().compactMap { index, element in without(element, removed[String(index)]) })
        case .set(let set): return .set(RegoSet(set.elements.compactMap { without($0, removed[$0]) }))
        default: return value
        }
    }
}

/// The keys of a path: `a/b~1c` or `["a", "b/c"]`; nil for anything else.
func pathSegments(_ path: RegoValue) -> [RegoValue]? {
    switch path {
    case .array(let segments): return segments
    case .string(let text):
        guard !text.isEmpty else { return [] }
        let keys = text.utf8.drop { $0 == UInt8(ascii: "/") }
        return keys.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).map {
            .string(String(Substring($0)).replacing("~1", with: "/").replacing("~0", with: "~"))
        }
    default: return nil
    }
}
