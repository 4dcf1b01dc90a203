internal import BigInt

extension RegoNumber {
    /// - Parameter literal: digits with sign, fraction and exponent, as the lexer has checked them.
    /// - Returns: nil for a number too large to count with.
    init?(literal: String) {
        guard literal.utf8.count <= 30_000 else { return nil }
        if let whole = Int(literal) {
            self.init(whole)
        } else if let whole = BigInt(literal) {
            self.init(whole)
        } else {
            self.init(0)
            storage = .decimal(literal)
        }
    }
}
