package import KubeTypes

/// Which record of all: the collection it lies in and its key there.
package struct RecordID: Hashable, Sendable, CustomStringConvertible {
    package var resource: GroupResource
    package var key: ObjectKey

    package init(_ resource: GroupResource, _ key: ObjectKey) {
        self.resource = resource
        self.key = key
    }

    package var description: String { "\(resource) \(key)" }
}

/// One object as it is stored: its bytes and the revision of the write that made them.
package struct Record: Sendable, Equatable {
    package var key: ObjectKey
    package var revision: Int64
    package var bytes: [UInt8]

    package init(key: ObjectKey, revision: Int64, bytes: [UInt8]) {
        self.key = key
        self.revision = revision
        self.bytes = bytes
    }
}

/// One write as watchers see it. Revisions are unique and only grow.
package struct Change: Sendable, Equatable {
    package enum Kind: Int, Sendable { case added, modified, deleted }

    package var kind: Kind
    /// For a deletion: the last bytes, under the revision of the deletion.
    package var record: Record
    /// The record before this write, so that a watcher with a selector can tell what left its view, and a list can be that
    /// of an earlier revision.
    package var previous: Record?
}
