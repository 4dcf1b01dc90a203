internal import Foundation
internal import NIOCore

/// Why the embedded cluster does not run.
package struct APIServerError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        /// Another program listens on the port.
        case portInUse
        /// The port needs rights that this user lacks.
        case portForbidden
        /// The system refuses for another reason.
        case cannotListen
    }

    package var code: Code
    package var message: String

    package var description: String { message }

    init(listeningOn port: Int, _ error: IOError) {
        switch error.errnoCode {
        case EADDRINUSE:
            code = .portInUse
            message = "port \(port) is in use; stop what uses it, or choose another with --port"
        case EACCES:
            code = .portForbidden
            message = "port \(port) may not be used by this user; choose one above 1023 with --port"
        default:
            code = .cannotListen
            message = "cannot listen on port \(port): \(error)"
        }
    }
}
