internal import KubeTypes

/// The query of a request: Kubernetes' ListOptions, CreateOptions, PatchOptions and DeleteOptions in one.
struct RequestOptions: Equatable {
    enum FieldValidation: String { case ignore = "Ignore", warn = "Warn", strict = "Strict" }

    var labelSelector = Selector()
    var fieldSelector = Selector()
    var resourceVersion = ""
    var limit: Int?
    var continueToken = ""
    var isWatch = false
    var timeoutSeconds: Int?
    var allowsBookmarks = false
    var sendsInitialEvents = false
    var isDryRun = false
    var fieldManager = ""
    var fieldValidation = FieldValidation.warn
    var force = false
    var propagationPolicy: String?
    var orphanDependents: Bool?
    var includeObject = Table.Include.metadata

    /// - Throws: `Status` (400, or 422 for options whose value is out of range).
    init(query: String) throws(Status) {
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = percentDecoded(String(parts[0]), plusIsBlank: true)
            let value = parts.count > 1 ? percentDecoded(String(parts[1]), plusIsBlank: true) : ""
            try set(name, value)
        }
        if sendsInitialEvents, !isWatch {
            throw Status(invalidOption: "sendInitialEvents", value: "true", "sendInitialEvents is forbidden for list")
        }
    }

    private mutating func set(_ name: String, _ value: String) throws(Status) {
        switch name {
        case "labelSelector": labelSelector = try Self.selector(value)
        case "fieldSelector": fieldSelector = try Self.selector(value)
        case "resourceVersion": resourceVersion = value
        case "limit": limit = try Self.number(name, value)
        case "continue": continueToken = value
        case "watch": isWatch = value != "0" && value != "false"
        case "timeoutSeconds": timeoutSeconds = try Self.number(name, value)
        case "allowWatchBookmarks": allowsBookmarks = value == "true" || value == "1"
        case "sendInitialEvents": sendsInitialEvents = value == "true" || value == "1"
        case "force": force = value == "true" || value == "1"
        case "propagationPolicy": propagationPolicy = value
        case "orphanDependents": orphanDependents = value == "true" || value == "1"
        case "includeObject": includeObject = Table.Include(rawValue: value) ?? .metadata
        case "fieldManager":
            guard value.utf8.count <= 128 else {
                throw Status(invalidOption: name, value: value, "Too long: may not be more than 128 bytes")
            }
            fieldManager = value
        case "dryRun":
            guard value == "All" else {
                throw Status(
                    invalidOption: name, value: value, "Unsupported value: \"\(value)\": supported values: \"All\"")
            }
            isDryRun = true
        case "fieldValidation":
            if value.isEmpty { break }
            guard let validation = FieldValidation(rawValue: value) else {
                throw Status(
                    invalidOption: name, value: value,
                    "Unsupported value: \"\(value)\": supported values: \"Ignore\", \"Strict\", \"Warn\"")
            }
            fieldValidation = validation
        default: break  // Kubernetes ignores parameters that it does not know.
        }
    }

    private static func selector(_ text: String) throws(Status) -> Selector {
        do { return try Selector(parsing: text) } catch { throw Status(badRequest: error.description) }
    }

    private static func number(_ name: String, _ value: String) throws(Status) -> Int? {
        if value.isEmpty { return nil }
        guard let number = Int(value) else { throw Status(badRequest: "\(name) must be a number, found \"\(value)\"") }
        return number
    }
}
