package import Diagnostics

/// A patch by RFC 6902. As in kubectl and kustomize an `add` below a missing object is an error, and so is a `remove`
/// of what is not there.
package struct JSONPatch: Sendable {
    package enum Kind: String, Sendable, CaseIterable { case add, remove, replace, move, copy, test }

    package struct Operation: Sendable {
        package var kind: Kind
        package var path: JSONPointer
        package var from: JSONPointer?
        package var value: Node?
        package var place: Place
    }

    /// Why a patch cannot be read or applied.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        /// Counted from 0.
        package var index: Int
        package var operation: String
        package var path: String
        package var message: String
        package var place: Place

        package var description: String { "operation \(index) (\(operation) \"\(path)\"): \(message)" }
    }

    package var operations: [Operation]

    /// Reads a list of operations.
    package init(_ node: Node) throws(Failure) {
        guard let elements = node.sequence else {
            throw Failure(
                index: 0, operation: "", path: "", message: "expected a list of operations, found \(node.typeName)",
                place: node.place)
        }
        operations = []
        for (index, element) in elements.enumerated() {
            operations.append(try Operation(element, index: index))
        }
    }

    /// Applies the operations in turn; after a failure `root` is as it was before.
    package func apply(to root: inout Node) throws(Failure) {
        var result = root
        for (index, operation) in operations.enumerated() {
            if let message = operation.apply(to: &result) {
                throw Failure(
                    index: index, operation: operation.kind.rawValue, path: operation.path.description,
                    message: message, place: operation.place)
            }
        }
        root = result
    }
}

extension JSONPatch.Operation {
    fileprivate init(_ node: Node, index: Int) throws(JSONPatch.Failure) {
        let name = node["op"]?.string ?? ""
        let pathText = node["path"]?.string
        func failure(_ message: String) -> JSONPatch.Failure {
            JSONPatch.Failure(index: index, operation: name, path: pathText ?? "", message: message, place: node.place)
        }
        guard node.mapping != nil else { throw failure("expected an object, found \(node.typeName)") }
        guard let kind = JSONPatch.Kind(rawValue: name) else {
            let known = JSONPatch.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw failure("unknown operation \"\(name)\", expected one of \(known)")
        }
        guard let pathText else { throw failure("field \"path\" is missing") }
        guard let path = JSONPointer(parsing: pathText) else { throw failure("\"\(pathText)\" is no JSON pointer") }
        (self.kind, self.path, place) = (kind, path, node.place)
        value = node["value"]
        from = nil
        switch kind {
        case .add, .replace, .test:
            if value == nil {
                // Go's reader cannot tell a missing value from null.
                value = Node(.null, at: node.place)
            }
        case .move, .copy:
            guard let text = node["from"]?.string, let pointer = JSONPointer(parsing: text) else {
                throw failure("field \"from\" must hold a JSON pointer")
            }
            from = pointer
        case .remove: break
        }
    }

    /// Nil when all went well, else what went wrong.
    fileprivate func apply(to root: inout Node) -> String? {
        switch kind {
        case .add: return root.patchAdd(value ?? Node(.null), at: path.tokens[...])
        case .remove: return root.patchRemove(at: path.tokens[...]).message
        case .replace:
            guard root.at(path) != nil else {
                // The library of kubectl and kustomize asks for the object only, not for its member.
                guard root.at(JSONPointer(path.tokens.dropLast()))?.mapping != nil else {
                    return "nothing stands at \"\(path)\" to replace"
                }
                return root.patchAdd(value ?? Node(.null), at: path.tokens[...])
            }
            return root.patchReplace(value ?? Node(.null), at: path.tokens[...])
        case .move:
            guard let from else { return "no source" }
            let (moved, message) = root.patchRemove(at: from.tokens[...])
            guard let moved else { return message }
            return root.patchAdd(moved, at: path.tokens[...])
        case .copy:
            guard let from, let source = root.at(from) ?? root.missingMember(at: from) else {
                return "nothing stands at \"\(from?.description ?? "")\" to copy"
            }
            return root.patchAdd(source, at: path.tokens[...])
        case .test:
            let found = root.at(path)
            if found == value || found == nil && value?.isNull == true { return nil }
            return
                "the value is \(found.map { JSONWriter.text($0) } ?? "missing"), not \(JSONWriter.text(value ?? Node(.null)))"
        }
    }
}

extension Node {
    /// Null where a member of an object is missing: the library of kubectl and kustomize asks for the object only.
    fileprivate func missingMember(at pointer: JSONPointer) -> Node? {
        guard !pointer.tokens.isEmpty, at(JSONPointer(pointer.tokens.dropLast()))?.mapping != nil else { return nil }
        return Node(.null)
    }

    fileprivate mutating func patchAdd(_ new: Node, at tokens: ArraySlice<String>) -> String? {
        guard let token = tokens.first else {
            self = new
            return nil
        }
        let isLast = tokens.count == 1
        switch value {
        case .mapping(let mapping):
            if isLast {
                updateMapping { $0[token] = new }
                return nil
            }
            guard mapping.contains(token) else { return "\"\(token)\" is missing on the way" }
            return updateMapping { $0.update(token) { $0.patchAdd(new, at: tokens.dropFirst()) } ?? nil } ?? nil
        case .sequence(let elements):
            if isLast {
                if token == "-" {
                    updateSequence { $0.append(new) }
                    return nil
                }
                guard let index = elementIndex(token, count: elements.count + 1) else {
                    return "\"\(token)\" is no position in a list of \(elements.count)"
                }
                updateSequence { $0.insert(new, at: index) }
                return nil
            }
            guard let index = elementIndex(token, count: elements.count) else {
                return "\"\(token)\" is no position in a list of \(elements.count)"
            }
            return updateSequence { $0[index].patchAdd(new, at: tokens.dropFirst()) } ?? nil
        default: return "\"\(token)\" cannot stand in a \(typeName)"
        }
    }

    fileprivate mutating func patchReplace(_ new: Node, at tokens: ArraySlice<String>) -> String? {
        guard let token = tokens.first else {
            self = new
            return nil
        }
        if mapping != nil {
            return updateMapping { $0.update(token) { $0.patchReplace(new, at: tokens.dropFirst()) } ?? nil } ?? nil
        }
        return updateSequence { elements in
            guard let index = elementIndex(token, count: elements.count) else { return "no element \"\(token)\"" }
            return elements[index].patchReplace(new, at: tokens.dropFirst())
        } ?? "nothing stands there"
    }

    mutating func patchRemove(at tokens: ArraySlice<String>) -> (removed: Node?, message: String?) {
        guard let token = tokens.first else { return (nil, "the whole object cannot be removed") }
        let missing: (Node?, String?) = (nil, "nothing stands at \"\(token)\" to remove")
        let isLast = tokens.count == 1
        switch value {
        case .mapping(let mapping):
            guard let member = mapping[token] else { return missing }
            if isLast {
                updateMapping { $0[token] = nil }
                return (member, nil)
            }
            return updateMapping { $0.update(token) { $0.patchRemove(at: tokens.dropFirst()) } ?? missing } ?? missing
        case .sequence(let elements):
            guard let index = elementIndex(token, count: elements.count) else { return missing }
            if isLast {
                updateSequence { _ = $0.remove(at: index) }
                return (elements[index], nil)
            }
            return updateSequence { $0[index].patchRemove(at: tokens.dropFirst()) } ?? missing
        default: return missing
        }
    }
}
