internal import Diagnostics
internal import KubeTypes
internal import Tree

/// Reads the body of a request by its media type.
enum RequestBody {
    /// The largest body that Kubernetes takes.
    static let limit = 3 << 20

    static func object(_ bytes: [UInt8], mediaType: String) throws(Status) -> KubeObject {
        switch mediaType {
        case "", "application/json": KubeObject(try json(bytes))
        case "application/yaml": KubeObject(try yaml(bytes))
        case ProtobufReader.mediaType: try ProtobufReader.object(bytes)
        default:
            throw Status(unsupportedMediaType: mediaType, supported: ["application/json", "application/yaml"])
        }
    }

    static func json(_ bytes: [UInt8]) throws(Status) -> Node {
        do throws(Refused) {
            return try JSONReader.read(bytes, file: SourceFile("request body"))
        } catch {
            throw Status(badRequest: "couldn't get version/kind; json parse error: \(error)")
        }
    }

    /// The first document, as the YAML readers of Kubernetes do it; a text without any is an empty object.
    static func yaml(_ bytes: [UInt8]) throws(Status) -> Node {
        do throws(Refused) {
            let file = SourceFile("request body")
            let read = try YAMLReader.read(bytes, file: file, duplicates: .lastWins, dialect: .older)
            guard let document = read.documents.first, !document.isNull else { return .emptyMapping }
            return document
        } catch {
            throw Status(badRequest: "error decoding YAML: \(error)")
        }
    }
}
