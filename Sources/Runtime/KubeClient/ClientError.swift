/// Why a request did not reach an answer. An answer that says no is a `Status`.
package struct ClientError: Error, CustomStringConvertible, Sendable {
    package enum Code: Sendable {
        /// The kubeconfig cannot be read or says nonsense.
        case configuration
        /// No connection, or it broke.
        case unreachable
        /// The answer is not what the Kubernetes API gives.
        case invalidAnswer
        /// No such kind on the server.
        case unknownKind
        /// A credential plugin failed.
        case credentials
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
