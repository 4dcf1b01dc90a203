internal import Foundation
internal import KubeTypes
internal import Tree

/// Reads an object in Kubernetes' protobuf encoding (Kubernetes API reference, "Protobuf resource encoding"): four bytes
/// `k8s\0`, then a `runtime.Unknown` with the type and the object. kubectl's typed commands send built-in kinds so.
struct ProtobufReader {
    static let mediaType = "application/vnd.kubernetes.protobuf"

    /// Why bytes are not taken, in words for a client.
    struct Failure: Error { var message: String }

    private static let start: [UInt8] = [0x6B, 0x38, 0x73, 0x00]
    private static let depthLimit = 50

    /// - Throws: `Status` 400 for bytes that are none of this, and for kinds and fields that are not known here.
    static func object(_ bytes: [UInt8]) throws(Status) -> KubeObject {
        do throws(Failure) {
            guard bytes.starts(with: start) else { throw Failure(message: "the body does not begin with \"k8s\"") }
            var type: (apiVersion: String, kind: String) = ("", "")
            var raw: ArraySlice<UInt8> = []
            for (number, value) in try Wire.fields(bytes[4...]) {
                switch (number, value) {
                case (1, .bytes(let meta)):
                    for (number, value) in try Wire.fields(meta) {
                        guard case .bytes(let text) = value else { continue }
                        if number == 1 { type.apiVersion = try string(text) }
                        if number == 2 { type.kind = try string(text) }
                    }
                case (2, .bytes(let object)): raw = object
                default: continue
                }
            }
            var root: Node = ["apiVersion": Node(type.apiVersion), "kind": Node(type.kind)]
            for entry in try message(type.kind, raw, depth: 0).entries { root[entry.key] = entry.value }
            return KubeObject(root)
        } catch {
            throw Status(badRequest: "error decoding protobuf: \(error.message); send JSON instead")
        }
    }

    private static func message(_ name: String, _ bytes: ArraySlice<UInt8>, depth: Int) throws(Failure) -> Node {
        guard depth < depthLimit else { throw Failure(message: "the object nests too deep") }
        guard let fields = ProtobufMessages.fields(of: name) else {
            throw Failure(message: "kind \(name) is not known in this encoding")
        }
        var node = Node.emptyMapping
        for (number, value) in try Wire.fields(bytes) {
            guard let field = fields[number] else {
                // Fields that are not set are sent as zero; those say nothing.
                if value.isZero { continue }
                throw Failure(message: "field \(number) of \(name) is not known in this encoding")
            }
            if case .map(let type) = field.type {
                let (key, entry) = try mapEntry(value, type, depth: depth)
                node.set(entry, at: [field.name, key])
                continue
            }
            let read = try self.value(value, field.type, depth: depth)
            if field.isList {
                node[field.name] = Node((node[field.name]?.elements ?? []) + [read])
            } else if field.keepsZero || !isZero(read) {
                node[field.name] = read
            }
        }
        return node
    }

    private static func value(_ value: Wire.Value, _ type: ProtobufMessages.FieldType, depth: Int) throws(Failure)
        -> Node
    {
        switch (type, value) {
        case (.string, .bytes(let bytes)): return Node(try string(bytes))
        case (.bytes, .bytes(let bytes)): return Node(Data(bytes).base64EncodedString())
        case (.integer, .varint(let number)): return Node(.integer(Int64(bitPattern: number)))
        case (.boolean, .varint(let number)): return Node(number != 0)
        case (.message(let name), .bytes(let bytes)): return try message(name, bytes, depth: depth + 1)
        case (.time, .bytes(let bytes)): return try time(bytes)
        case (.quantity, .bytes(let bytes)):
            for case (1, .bytes(let text)) in try Wire.fields(bytes) { return Node(try string(text)) }
            return Node(.null)
        case (.intOrString, .bytes(let bytes)): return try intOrString(bytes)
        default: throw Failure(message: "a field has another wire type than expected")
        }
    }

    private static func mapEntry(
        _ value: Wire.Value, _ type: ProtobufMessages.FieldType, depth: Int
    ) throws(Failure) -> (String, Node) {
        guard case .bytes(let bytes) = value else { throw Failure(message: "a map is not encoded as one") }
        var key = ""
        var entry = Node("")
        for (number, part) in try Wire.fields(bytes) {
            switch (number, part) {
            case (1, .bytes(let text)): key = try string(text)
            case (2, let part): entry = try self.value(part, type, depth: depth)
            default: continue
            }
        }
        return (key, entry)
    }

    private static func time(_ bytes: ArraySlice<UInt8>) throws(Failure) -> Node {
        for case (1, .varint(let seconds)) in try Wire.fields(bytes) {
            return Node(Timestamp(seconds: Int(Int64(bitPattern: seconds))).description)
        }
        return Node(.null)
    }

    private static func intOrString(_ bytes: ArraySlice<UInt8>) throws(Failure) -> Node {
        var isText = false
        var number: Int64 = 0
        var text = ""
        for (field, value) in try Wire.fields(bytes) {
            switch (field, value) {
            case (1, .varint(let kind)): isText = kind == 1
            case (2, .varint(let value)): number = Int64(bitPattern: value)
            case (3, .bytes(let value)): text = try string(value)
            default: continue
            }
        }
        return isText ? Node(text) : number == 0 ? Node(.null) : Node(.integer(number))
    }

    private static func string(_ bytes: ArraySlice<UInt8>) throws(Failure) -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(message: "a text is not valid UTF-8")
        }
        return text
    }

    private static func isZero(_ node: Node) -> Bool {
        switch node.value {
        case .null, .bool(false), .integer(0), .string(""): true
        case .mapping(let mapping): mapping.isEmpty
        default: false
        }
    }
}

/// The wire format of protobuf (protobuf.dev, "Encoding").
private enum Wire {
    enum Value {
        case varint(UInt64)
        case bytes(ArraySlice<UInt8>)

        var isZero: Bool {
            switch self {
            case .varint(let number): number == 0
            case .bytes(let bytes): bytes.isEmpty
            }
        }
    }

    static func fields(_ bytes: ArraySlice<UInt8>) throws(ProtobufReader.Failure) -> [(Int, Value)] {
        var rest = bytes
        var fields: [(Int, Value)] = []
        while !rest.isEmpty {
            let tag = try varint(&rest)
            let number = Int(truncatingIfNeeded: tag >> 3)
            switch tag & 7 {
            case 0: fields.append((number, .varint(try varint(&rest))))
            case 1: fields.append((number, .bytes(try take(8, &rest))))
            case 2:
                let length = try varint(&rest)
                guard length <= UInt64(rest.count) else {
                    throw ProtobufReader.Failure(message: "the body ends in the middle")
                }
                fields.append((number, .bytes(try take(Int(length), &rest))))
            case 5: fields.append((number, .bytes(try take(4, &rest))))
            default: throw ProtobufReader.Failure(message: "unknown wire type \(tag & 7)")
            }
        }
        return fields
    }

    private static func varint(_ rest: inout ArraySlice<UInt8>) throws(ProtobufReader.Failure) -> UInt64 {
        var value: UInt64 = 0
        for shift in stride(from: 0, to: 64, by: 7) {
            guard let byte = rest.popFirst() else {
                throw ProtobufReader.Failure(message: "the body ends in the middle")
            }
            value |= UInt64(byte & 0x7F) << UInt64(shift)
            if byte & 0x80 == 0 { return value }
        }
        throw ProtobufReader.Failure(message: "a number is too long")
    }

    private static func take(_ count: Int, _ rest: inout ArraySlice<UInt8>) throws(ProtobufReader.Failure)
        -> ArraySlice<UInt8>
    {
        guard rest.count >= count else { throw ProtobufReader.Failure(message: "the body ends in the middle") }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }
}
