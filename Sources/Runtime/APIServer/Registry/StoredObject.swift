internal import KubeTypes
internal import Store
internal import Tree

/// How an object lies in the store: JSON that begins with apiVersion, kind and metadata, without a resourceVersion, because
/// that is the revision which the store gives at the commit. The fixed start lets a read answer from the stored bytes, with
/// the version and the resourceVersion put in, without parsing them.
enum StoredObject {
    static func bytes(of object: KubeObject) -> [UInt8] {
        var metadata = object.root["metadata"]?.mapping ?? Mapping()
        metadata["resourceVersion"] = nil
        var entries: [Mapping.Entry] = [
            .init("apiVersion", Node(object.apiVersion)), .init("kind", Node(object.kind)),
            .init("metadata", Node(metadata)),
        ]
        for entry in object.root.entries where !["apiVersion", "kind", "metadata"].contains(entry.key) {
            entries.append(entry)
        }
        return JSONWriter.bytes(Node(Mapping(entries)))
    }

    /// The object as the API shows it.
    ///
    /// - Throws: `Status` when the bytes are damaged.
    static func object(_ record: Record, apiVersion: String? = nil) throws(Status) -> KubeObject {
        do {
            var object = KubeObject(try JSONReader.read(record.bytes))
            object.resourceVersion = String(record.revision)
            if let apiVersion { object.apiVersion = apiVersion }
            return object
        } catch {
            throw Status(
                code: 500, reason: .internalError, message: "the stored object \(record.key) is damaged: \(error)")
        }
    }

    /// The JSON of the object as the API shows it, appended to `output`.
    ///
    /// - Parameter apiVersion: nil to leave out what the object is.
    static func appendJSON(_ record: Record, apiVersion: String?, to output: inout [UInt8]) {
        let bytes = record.bytes
        guard let kind = find(kindMark, in: bytes, from: 0), let metadata = find(metadataMark, in: bytes, from: kind)
        else {
            output.append(contentsOf: bytes)
            return
        }
        let contents = metadata + metadataMark.count
        output.reserveCapacity(output.count + bytes.count + 64)
        if let apiVersion {
            output.append(contentsOf: "{\"apiVersion\":\"\(apiVersion)\"".utf8)
            output.append(contentsOf: bytes[kind..<contents])
        } else {
            output.append(contentsOf: "{\"metadata\":{".utf8)
        }
        output.append(contentsOf: "\"resourceVersion\":\"\(record.revision)\"".utf8)
        if bytes[contents] != UInt8(ascii: "}") { output.append(UInt8(ascii: ",")) }
        output.append(contentsOf: bytes[contents...])
    }

    private static let kindMark = Array(",\"kind\":".utf8)
    private static let metadataMark = Array(",\"metadata\":{".utf8)

    private static func find(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        var index = start
        while index + mark.count <= bytes.count {
            if bytes[index] == mark[0], bytes[index..<index + mark.count].elementsEqual(mark) { return index }
            index += 1
        }
        return nil
    }
}
