internal import KubeTypes

/// The form in which a client wants an answer (Kubernetes API reference, "Resource representations").
struct Representation: Equatable {
    enum Shape: Equatable {
        case object
        /// Rows for people, as `kubectl get` asks for.
        case table
        /// Metadata alone.
        case partialMetadata
        /// The same of a collection.
        case partialMetadataList
    }

    var shape = Shape.object
    var isYAML = false
    /// The aggregated form of discovery.
    var isAggregatedDiscovery = false

    /// The accepted type with the most weight that the server can give, of equals the first; JSON when nothing is
    /// asked.
    ///
    /// - Throws: `Status` 406 when it can give none.
    init(accept: String) throws(Status) {
        let ranges = accept.split(separator: ",").map { MediaRange($0) }
        if ranges.isEmpty { return }
        let known = ranges.filter { $0.isJSON || $0.isYAML }
        guard !known.isEmpty else { throw .notAcceptable }
        // Sorting is stable: of equal weights the first stays first.
        for range in known.sorted(by: { $0.weight > $1.weight }) {
            isYAML = range.isYAML
            switch range.parameters["as"] {
            case "Table" where range.parameters["v"] == "v1": shape = .table
            case "PartialObjectMetadata" where range.parameters["v"] == "v1": shape = .partialMetadata
            case "PartialObjectMetadataList" where range.parameters["v"] == "v1": shape = .partialMetadataList
            case "APIGroupDiscoveryList" where range.parameters["v"] == "v2": isAggregatedDiscovery = true
            case nil: break
            default: continue
            }
            return
        }
        throw .notAcceptable
    }

    /// Nothing that the client accepts can be given, whatever the form.
    static func hasNoKnownType(accept: String) -> Bool {
        let ranges = accept.split(separator: ",").map { MediaRange($0) }
        return !ranges.isEmpty && !ranges.contains { $0.isJSON || $0.isYAML }
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

        var weight: Double { parameters["q"].flatMap { Double($0) } ?? 1 }
        var isJSON: Bool { ["application/json", "*/*", "application/*"].contains(type) }
        var isYAML: Bool { type == "application/yaml" }
    }
}

extension Status {
    fileprivate static var notAcceptable: Status {
        Status(
            code: 406, reason: .notAcceptable,
            message: "only the following media types are accepted: application/json, application/yaml")
    }
}
