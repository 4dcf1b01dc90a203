internal import KubeTypes

/// The form in which a client wants an answer (Kubernetes API reference, "Resource representations").
struct Representation: Equatable {
    enum Shape: Equatable {
        case object
        /// Rows for people, as `kubectl get` asks for.
        case table
        /// Metadata alone.
        case partialMetadata
    }

    var shape = Shape.object
    var isYAML = false
    /// The aggregated form of discovery.
    var isAggregatedDiscovery = false

    /// The first of the accepted types that the server can give; JSON when nothing is asked.
    ///
    /// - Throws: `Status` 406 when it can give none.
    init(accept: String) throws(Status) {
        let ranges = accept.split(separator: ",").map { MediaRange($0) }
        if ranges.isEmpty { return }
        for range in ranges {
            guard range.isJSON || range.isYAML else { continue }
            isYAML = range.isYAML
            switch range.parameters["as"] {
            case "Table" where range.parameters["v"] == "v1": shape = .table
            case "PartialObjectMetadata" where range.parameters["v"] == "v1",
                "PartialObjectMetadataList" where range.parameters["v"] == "v1":
                shape = .partialMetadata
            case "APIGroupDiscoveryList" where range.parameters["v"] == "v2": isAggregatedDiscovery = true
            case nil: break
            default: continue
            }
            return
        }
        throw Status(
            code: 406, reason: .notAcceptable,
            message:
                "only the following media types are accepted: application/json, application/yaml")
    }

    private struct MediaRange {
        var type: String
        var parameters: [String: String] = [:]

        init(_ text: Substring) {
            let parts = text.split(separator: ";").map { $0.filter { $0 != " " } }
            type = parts.first ?? ""
            for part in parts.dropFirst() {
                let pair = part.split(separator: "=", maxSplits: 1)
                if pair.count == 2 { parameters[String(pair[0])] = String(pair[1]) }
            }
        }

        var isJSON: Bool { ["application/json", "*/*", "application/*"].contains(type) }
        var isYAML: Bool { type == "application/yaml" }
    }
}
