package import Diagnostics

/// Keys and values in the order of the text. Keys are unique.
///
/// Objects have few keys, so a key is found by looking through them; that is faster than hashing and keeps the order.
/// The readers, which see large ConfigMaps too, check for duplicates with a set.
package struct Mapping: Sendable {
    package struct Entry: Sendable {
        package var key: String
        package var keyPlace: Place
        package var value: Node

        package init(_ key: String, at keyPlace: Place = .unknown, _ value: Node) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    package private(set) var entries: [Entry]

    package init() { entries = [] }

    /// The caller answers for the keys being unique.
    package init(_ entries: [Entry]) { self.entries = entries }

    package var isEmpty: Bool { entries.isEmpty }
    package var count: Int { entries.count }
    package var keys: [String] { entries.map(\.key) }

    package func index(of key: String) -> Int? {
        entries.firstIndex { $0.key == key }
    }

    package func contains(_ key: String) -> Bool { index(of: key) != nil }

    package func entry(_ key: String) -> Entry? {
        index(of: key).map { entries[$0] }
    }

    /// Reading gives nil for a missing key. Writing keeps the place of the key and its position, or appends at the end;
    /// writing nil removes.
    package subscript(key: String) -> Node? {
        get { index(of: key).map { entries[$0].value } }
        set {
            switch (index(of: key), newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key, at: value.place, value))
            case (nil, nil): break
            }
        }
    }

    /// Changes the value of `key` in place, without copying what lies below it. Does nothing when the key is missing.
    package mutating func update<Result, Failure: Error>(
        _ key: String, _ change: (inout Node) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let index = index(of: key) else { return nil }
        return try change(&entries[index].value)
    }

    package mutating func updateEach<Failure: Error>(
        _ change: (String, inout Node) throws(Failure) -> Void
    ) throws(Failure) {
        for index in entries.indices { try change(entries[index].key, &entries[index].value) }
    }

    package mutating func append(_ entry: Entry) { entries.append(entry) }

    package mutating func insert(_ entry: Entry, at index: Int) { entries.insert(entry, at: index) }

    package mutating func removeAll(where shouldRemove: (Entry) throws -> Bool) rethrows {
        try entries.removeAll(where: shouldRemove)
    }

    /// The same mapping with its keys in byte order, one level deep.
    package func sorted() -> Mapping {
        Mapping(entries.sorted { $0.key < $1.key })
    }
}

extension Mapping: Equatable {
    package static func == (a: Mapping, b: Mapping) -> Bool {
        guard a.count == b.count else { return false }
        for (index, entry) in a.entries.enumerated() {
            // Nearly always both have one order; only when they have not is a key looked for.
            let other = b.entries[index].key == entry.key ? b.entries[index].value : b[entry.key]
            guard let other, other == entry.value else { return false }
        }
        return true
    }
}
