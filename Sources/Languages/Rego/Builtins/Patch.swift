/// One operation of RFC 6902. Sets are patched too: an element is its own path.
struct Patch {
    private enum Operation: String { case add, remove, replace, move, copy, test }

    private var operation: Operation
    private var path: [RegoValue]
    private var from: [RegoValue] = []
    private var value = RegoValue.null

    /// - Returns: nil for an object that is no operation.
    init?(_ patch: RegoValue) {
        guard case .object(let patch) = patch, case .string(let word) = patch["op"],
            let operation = Operation(rawValue: word),
            let path = patch["path"].flatMap(pathSegments)
        else { return nil }
        self.operation = operation
        self.path = path
        switch operation {
        case .add, .replace, .test:
            guard let value = patch["value"] else { return nil }
            self.value = value
        case .move, .copy:
            guard let from = patch["from"].flatMap(pathSegments) else { return nil }
            self.from = from
        case .remove: break
        }
    }

    /// - Returns: nil when the operation does not fit the document.
    func applied(to document: RegoValue?) -> RegoValue? {
        switch operation {
        case .add: return document.flatMap { Self.insert(value, at: path[...], in: $0) }
        case .remove: return document.flatMap { Self.remove(path[...], from: $0) }
        case .replace:
            if path.isEmpty { return value }
            return document.flatMap { Self.remove(path[...], from: $0) }.flatMap {
                Self.insert(value, at: path[...], in: $0)
            }
        case .copy:
            guard let document, let part = Self.value(at: from[...], in: document) else { return nil }
            return Self.insert(part, at: path[...], in: document)
        case .move:
            guard let document, let part = Self.value(at: from[...], in: document) else { return nil }
            if from.isEmpty { return path.isEmpty ? part : nil }
            return Self.remove(from[...], from: document).flatMap { Self.insert(part, at: path[...], in: $0) }
        case .test: return document.flatMap { Self.value(at: path[...], in: $0) == value ? $0 : nil }
        }
    }

    private static func value(at path: ArraySlice<RegoValue>, in document: RegoValue) -> RegoValue? {
        guard let key = path.first else { return document }
        return step(key, in: document).flatMap { value(at: path.dropFirst(), in: $0) }
    }

    private static func step(_ key: RegoValue, in value: RegoValue) -> RegoValue? {
        guard case .array(let elements) = value else { return value.child(key) }
        return index(key, count: elements.count).flatMap { elements.indices.contains($0) ? elements[$0] : nil }
    }

    /// A number, its digits without zeros before them, or `-` for the end.
    private static func index(_ key: RegoValue, count: Int) -> Int? {
        switch key {
        case .number(let number): return number.int
        case .string("-"): return count
        case .string(let text):
            guard !text.isEmpty, text.utf8.allSatisfy(isDigit), text == "0" || !text.hasPrefix("0") else { return nil }
            return Int(text)
        default: return nil
        }
    }

    private static func insert(_ value: RegoValue, at path: ArraySlice<RegoValue>, in document: RegoValue) -> RegoValue?
    {
        guard let key = path.first else { return value }
        guard path.count == 1 else {
            return step(key, in: document)
                .flatMap { insert(value, at: path.dropFirst(), in: $0) }
                .flatMap { replace(key, with: $0, in: document) }
        }
        switch document {
        case .object(var object):
            object.set(key, to: value)
            return .object(object)
        case .set(let set): return key == value ? .set(set.union(RegoSet([value]))) : nil
        case .array(var elements):
            guard let index = index(key, count: elements.count), index >= 0, index <= elements.count else { return nil }
            elements.insert(value, at: index)
            return .array(elements)
        default: return nil
        }
    }

    private static func remove(_ path: ArraySlice<RegoValue>, from document: RegoValue) -> RegoValue? {
        guard let key = path.first, let child = step(key, in: document) else { return nil }
        guard path.count == 1 else {
            return remove(path.dropFirst(), from: child).flatMap { replace(key, with: $0, in: document) }
        }
        switch document {
        case .object(var object):
            object.remove(key)
            return .object(object)
        case .set(let set): return .set(set.subtracting(RegoSet([key])))
        case .array(var elements):
            if let index = index(key, count: elements.count) { elements.remove(at: index) }
            return .array(elements)
        default: return nil
        }
    }

    /// What stands at `key` is there.
    private static func replace(_ key: RegoValue, with value: RegoValue, in document: RegoValue) -> RegoValue? {
        switch document {
        case .object(var object):
            object.set(key, to: value)
            return .object(object)
        case .set(let set): return .set(set.subtracting(RegoSet([key])).union(RegoSet([value])))
        case .array(var elements):
            if let index = index(key, count: elements.count) { elements[index] = value }
            return .array(elements)
        default: return nil
        }
    }
}
