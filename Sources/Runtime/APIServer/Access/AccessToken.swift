internal import Crypto
internal import Foundation

/// A bearer token. It never prints itself.
package struct AccessToken: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package let secret: String

    package init(_ secret: String) { self.secret = secret }

    /// 256 random bits.
    package static func random() -> AccessToken {
        AccessToken(SymmetricKey(size: .bits256).withUnsafeBytes { Data($0).base64EncodedString() })
    }

    package var description: String { "<redacted>" }
    package var debugDescription: String { "<redacted>" }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Whether `text` is the token; the time it takes does not tell how much of it was right.
    func matches(_ text: some StringProtocol) -> Bool {
        let digests = [SHA256.hash(data: Data(secret.utf8)), SHA256.hash(data: Data(text.utf8))].map { Array($0) }
        return zip(digests[0], digests[1]).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
