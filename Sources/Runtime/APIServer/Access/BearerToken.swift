internal import Crypto
internal import Diagnostics
internal import Foundation

/// What a client must show to be let in.
struct BearerToken: Sendable {
    let text: SecretText
    private let digest: SHA256Digest

    init(_ text: SecretText) {
        self.text = text
        digest = SHA256.hash(data: Data(text.revealed.utf8))
    }

    /// 256 random bits.
    static func random() -> BearerToken {
        BearerToken(SecretText(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() }))
    }

    /// Whether `shown` is the token. Digests are compared, in constant time, so that the time does not tell how much was right.
    func matches(_ shown: some StringProtocol) -> Bool { SHA256.hash(data: Data(shown.utf8)) == digest }
}
