internal import KubeTypes
internal import Crypto
internal import Hummingbird
internal import HTTPTypes
internal import Schema
internal import Tree

/// The OpenAPI documents, by which clients check and explain objects (Kubernetes, "The Kubernetes API").
struct OpenAPIDocuments {
    var table: ResourceTable

    /// - Parameters:
    ///   - hash: Pins a document of version 3: the right one may be kept for ever, another leads to the right one.
    ///   - accept: What the client takes; version 2 has a media type of its own that only old programs ask for.
    func answer(_ target: RequestTarget, hash: String?, accept: String) throws(Status) -> Response {
        switch target {
        case .openAPIv2: return Answer(v2).response(isYAML: false)
        case .openAPI(let group, let version):
            guard let document = v3(group: group, version: version) else {
                return Response(status: .notFound)
            }
            return pinned(document, path: Self.path(group, version), hash: hash)
        default: return Answer(index, contentType: "text/plain; charset=utf-8").response(isYAML: false)
        }
    }

    private func pinned(_ document: Node, path: String, hash: String?) -> Response {
        var response = Answer(document).response(isYAML: false)
        guard let hash else { return response }
        let current = Self.hash(of: document)
        guard hash == current else {
            response = Response(status: .movedPermanently)
            response.headers[.location] = "/openapi/v3/\(path)?hash=\(current)"
            response.headers[.cacheControl] = "no-cache, private"
            response.headers[.contentType] = "application/json"
            return response
        }
        response.headers[.cacheControl] = "public, immutable"
        response.headers[.vary] = "Accept"
        return response
    }

    // MARK: Version 3

    private var index: Node {
        var paths = Node.emptyMapping
        for (group, version) in groupVersions {
            guard let document = v3(group: group, version: version) else { continue }
            let path = Self.path(group, version)
            paths[path] = ["serverRelativeURL": Node("/openapi/v3/\(path)?hash=\(Self.hash(of: document))")]
        }
        return ["paths": paths]
    }

    private var groupVersions: [(group: String, version: String)] {
        ([""] + table.groups).flatMap { group in table.versions(of: group).map { (group, $0) } } + [("version", "")]
    }

    /// nil when there is no such version.
    private func v3(group: String, version: String) -> Node? {
        if group == "version", version.isEmpty { return Self.versionDocument }
        let definitions = table.definitions(group: group, version: version)
        // Spelled out: a bare nil would be the null of a document.
        guard !definitions.isEmpty else { return Optional<Node>.none }
        return openAPIv3(group: group, version: version, definitions: definitions)
    }

    private static let versionDocument: Node = [
        "openapi": "3.0.0", "info": ["title": "Kubernetes", "version": "v1"],
        "paths": [
            "/version/": [
                "get": [
                    "operationId": "getCodeVersion",
                    "responses": [
                        "200": [
                            "description": "OK",
                            "content": [
                                "application/json": [
                                    "schema": ["$ref": "#/components/schemas/io.k8s.apimachinery.pkg.version.Info"]
                                ]
                            ],
                        ]
                    ],
                ]
            ]
        ],
        "components": [
            "schemas": [
                "io.k8s.apimachinery.pkg.version.Info": [
                    "type": "object",
                    "properties": Node(
                        Mapping(
                            DiscoveryDocuments.version.entries.map { Mapping.Entry($0.key, ["type": "string"]) })),
                ]
            ]
        ],
    ]

    private static func path(_ group: String, _ version: String) -> String {
        if group == "version", version.isEmpty { return "version" }
        return group.isEmpty ? "api/\(version)" : "apis/\(group)/\(version)"
    }

    private static func hash(of document: Node) -> String {
        SHA512.hash(data: JSONWriter.bytes(document)).map { byte in
            let text = String(byte, radix: 16, uppercase: true)
            return text.count == 1 ? "0" + text : text
        }.joined()
    }

    // MARK: Version 2

    /// All of it in one document.
    private var v2: Node {
        openAPIv2(
            from: groupVersions.compactMap { v3(group: $0.group, version: $0.version) },
            version: DiscoveryDocuments.version["gitVersion"] ?? "")
    }
}
