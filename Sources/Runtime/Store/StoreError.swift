/// Why the store refused or failed.
package struct StoreError: Error, Equatable, CustomStringConvertible {
    package enum Code: Sendable {
        /// A record of that name is there already.
        case exists
        /// No record of that name.
        case notFound
        /// The record was changed since it was read.
        case conflict
        /// The revision asked for is no longer kept.
        case compacted
        /// The revision asked for has not happened yet.
        case future
        /// Another process has the file open.
        case inUse
        /// A newer version of the program wrote the file.
        case newerFormat
        /// The file is not a store, or is damaged.
        case damaged
        /// The disk is full or refuses to write.
        case disk
    }

    package var code: Code
    package var message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { message }
}
