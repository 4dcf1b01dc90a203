/// Why a Git repository could not be read.
package struct GitError: Error, Equatable, CustomStringConvertible, Sendable {
    package enum Code: Sendable {
        /// No `git` program.
        case notInstalled
        /// The address is not one that can be used.
        case badAddress
        /// The host or the folder does not answer as a repository.
        case unreachable
        /// The remote refuses the credentials, or wants some.
        case unauthorized
        /// No such branch, tag or commit.
        case unknownRevision
        /// More data than is taken.
        case tooLarge
        /// Anything else that git says.
        case failed
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
