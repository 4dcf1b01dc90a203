/// Tells whether a key is new in a mapping being read: by looking for few keys, by hashing for many.
struct KeySet {
    private var hashed: Set<String> = []

    /// Whether `key` is not yet among `entries`; the caller appends it.
    mutating func insert(_ key: String, into entries: [Mapping.Entry]) -> Bool {
        if entries.count < 16 { return !entries.contains { $0.key == key } }
        if hashed.isEmpty { hashed = Set(entries.map(\.key)) }
        return hashed.insert(key).inserted
    }
}
