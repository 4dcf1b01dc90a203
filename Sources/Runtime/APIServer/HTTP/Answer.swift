internal import Hummingbird
internal import HTTPTypes
internal import NIOCore
internal import Tree

/// A complete answer, before its form on the wire.
struct Answer {
    private var content: Content
    private var code: Int
    private var contentType: String?
    private var warnings: [String]
    private var retryAfter: Int?

    private enum Content {
        case tree(Node)
        case json([UInt8])
        case text(String)
    }

    init(_ node: Node, code: Int = 200, contentType: String? = nil, warnings: [String] = [], retryAfter: Int? = nil) {
        content = .tree(node)
        self.code = code
        self.contentType = contentType
        self.warnings = warnings
        self.retryAfter = retryAfter
    }

    /// JSON that needs no more work.
    init(json bytes: [UInt8]) {
        content = .json(bytes)
        code = 200
        warnings = []
    }

    init(text: String, code: Int = 200) {
        content = .text(text)
        self.code = code
        warnings = []
    }

    func response(isYAML: Bool) -> Response {
        let (bytes, type): ([UInt8], String) =
            switch content {
            case .tree(let node) where isYAML: (Array(YAMLWriter.text(node).utf8), "application/yaml")
            case .tree(let node): (JSONWriter.bytes(node) + [UInt8(ascii: "\n")], contentType ?? "application/json")
            case .json(let bytes): (bytes, "application/json")
            case .text(let text): (Array(text.utf8), "text/plain; charset=utf-8")
            }
        var headers: HTTPFields = [.contentType: type, .cacheControl: "no-cache, private"]
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        for warning in warnings { headers.append(.warning(warning)) }
        return Response(
            status: .init(code: code), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}

extension HTTPField {
    static func warning(_ text: String) -> HTTPField {
        let quoted = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return HTTPField(name: .warning, value: "299 - \"\(quoted)\"")
    }
}

extension HTTPField.Name {
    fileprivate static var warning: HTTPField.Name { HTTPField.Name("Warning") ?? .server }
}
