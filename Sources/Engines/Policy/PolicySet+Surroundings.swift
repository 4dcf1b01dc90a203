extension PolicySet {
    /// Whether the policies may answer differently to the same objects, by the clock, by chance or by who asks. What names
    /// such a function anywhere counts, called or not.
    package var asksSurroundings: Bool {
        texts.contains { text in Self.changing.contains { text.text.contains($0) } }
    }

    private static let changing = [
        "time.now_ns", "rand.intn", "uuid.rfc4122", "opa.runtime", "http.send", "net.lookup_ip_addr", "io.jwt.",
    ]
}
