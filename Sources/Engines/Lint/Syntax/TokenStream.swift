/// All tokens of a text up to its end or to what cannot be a token.
package struct TokenStream {
    package let characters: [Unicode.Scalar]
    package private(set) var tokens: [Token] = []
    private(set) var values: [[Unicode.Scalar]] = []
    /// Why there are no more tokens.
    package private(set) var error: SyntaxError?

    /// - Parameter characters: They end with `.end`.
    package init(_ characters: [Unicode.Scalar], limits: LintLimits = LintLimits()) {
        self.characters = characters
        var scanner = Scanner(characters, limits: limits)
        tokens.reserveCapacity(characters.count / 6)
        do throws(SyntaxError) {
            while let token = try scanner.next() { tokens.append(token) }
        } catch { self.error = error }
        values = scanner.values
    }

    /// What a scalar means, or the name of an anchor, or the handle of a tag.
    func value(of token: Token) -> ArraySlice<Unicode.Scalar> {
        if let value = token.value { return values[Int(value)][...] }
        return characters[token.start.index..<token.end.index]
    }
}
