/// A piece of a text as a name: it shares the text's characters and is quick to look up.
struct Word: Hashable, CustomStringConvertible, Sendable {
    let characters: ArraySlice<Unicode.Scalar>

    init(_ characters: ArraySlice<Unicode.Scalar>) { self.characters = characters }

    func hash(into hasher: inout Hasher) { characters.withUnsafeBytes { hasher.combine(bytes: $0) } }

    var description: String { String(characters) }
}
