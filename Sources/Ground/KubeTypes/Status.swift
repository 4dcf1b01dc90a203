package import Tree

/// Kubernetes' answer when something is wrong (`metav1.Status`): thrown by the server, read back by the client.
package struct Status: Error, Equatable, Sendable {
    package struct Cause: Equatable, Sendable {
        package var reason: String
        package var message: String
        package var field: String

        package init(reason: String, message: String, field: String) {
            self.reason = reason
            self.message = message
            self.field = field
        }
    }

    /// The machine's word for what happened (Kubernetes API reference, `StatusReason`).
    package struct Reason: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        package let description: String
        package init(_ text: String) { description = text }
        package init(stringLiteral value: String) { description = value }

        package static let alreadyExists: Reason = "AlreadyExists"
        package static let badRequest: Reason = "BadRequest"
        package static let conflict: Reason = "Conflict"
        package static let expired: Reason = "Expired"
        package static let forbidden: Reason = "Forbidden"
        package static let gone: Reason = "Gone"
        package static let internalError: Reason = "InternalError"
        package static let invalid: Reason = "Invalid"
        package static let methodNotAllowed: Reason = "MethodNotAllowed"
        package static let notAcceptable: Reason = "NotAcceptable"
        package static let notFound: Reason = "NotFound"
        package static let requestEntityTooLarge: Reason = "RequestEntityTooLarge"
        package static let serviceUnavailable: Reason = "ServiceUnavailable"
        package static let timeout: Reason = "Timeout"
        package static let tooManyRequests: Reason = "TooManyRequests"
        package static let unauthorized: Reason = "Unauthorized"
        package static let unknown: Reason = ""
        package static let unsupportedMediaType: Reason = "UnsupportedMediaType"
    }

    package var code: Int
    package var reason: Reason
    package var message: String
    /// What the request was about: the name of the object, its group and its resource (or kind).
    package var name = ""
    package var group = ""
    package var kind = ""
    package var uid = ""
    package var causes: [Cause] = []
    package var retryAfterSeconds: Int?
    /// Whether the answer carries `details` even when all of them are empty.
    package var showsDetails = false

    package init(code: Int, reason: Reason, message: String) {
        self.code = code
        self.reason = reason
        self.message = message
    }
}

extension Status: CustomStringConvertible {
    package var description: String { message.isEmpty ? "\(reason) (HTTP \(code))" : message }
}

// MARK: - As a tree

extension Status {
    /// Reads an object of kind `Status`; nil for any other object.
    package init?(_ node: Node) {
        guard node["kind"]?.string == "Status", let code = node["code"]?.integer else { return nil }
        self.init(code: code, reason: Reason(node["reason"]?.string ?? ""), message: node["message"]?.string ?? "")
        let details = node["details"]
        name = details?["name"]?.string ?? ""
        group = details?["group"]?.string ?? ""
        kind = details?["kind"]?.string ?? ""
        uid = details?["uid"]?.string ?? ""
        retryAfterSeconds = details?["retryAfterSeconds"]?.integer
        causes = (details?["causes"]?.elements ?? []).map {
            Cause(
                reason: $0["reason"]?.string ?? "", message: $0["message"]?.string ?? "",
                field: $0["field"]?.string ?? "")
        }
    }

    package var node: Node {
        var node: Node = ["kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Failure"]
        if !message.isEmpty { node["message"] = Node(message) }
        if reason != .unknown { node["reason"] = Node(reason.description) }
        let details = self.details
        if showsDetails || details.mapping?.isEmpty == false { node["details"] = details }
        node["code"] = Node(code)
        return node
    }

    private var details: Node {
        var details = Node.emptyMapping
        for (key, text) in [("name", name), ("group", group), ("kind", kind), ("uid", uid)] where !text.isEmpty {
            details[key] = Node(text)
        }
        if !causes.isEmpty { details["causes"] = Node(causes.map(\.node)) }
        if let retryAfterSeconds { details["retryAfterSeconds"] = Node(retryAfterSeconds) }
        return details
    }
}

extension Status.Cause {
    fileprivate var node: Node {
        var node = Node.emptyMapping
        for (key, text) in [("reason", reason), ("message", message), ("field", field)] where !text.isEmpty {
            node[key] = Node(text)
        }
        return node
    }
}
