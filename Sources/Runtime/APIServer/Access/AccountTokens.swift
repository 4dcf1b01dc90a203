internal import Crypto
internal import Foundation
internal import KubeTypes
internal import Tree

/// Tokens of ServiceAccounts: JSON Web Tokens that this server signs (ES256) and takes back (Kubernetes documentation,
/// "Managing Service Accounts", "TokenRequest API"). The key is made at each start, so that tokens end with the server.
struct AccountTokens: Sendable {
    /// Who the server is, as issuer and as audience.
    static let audience = "https://kubernetes.default.svc.cluster.local"

    /// Whose token it is.
    struct Account: Equatable {
        var key: ObjectKey
        var uid: String
    }

    private let key = P256.Signing.PrivateKey()

    /// - Parameter lifetime: Seconds.
    func token(for account: Account, audiences: [String], at time: Timestamp, lifetime: Int) throws -> String {
        let claims: Node = [
            "aud": Node(audiences.map { Node($0) }), "exp": Node(time.seconds + lifetime), "iat": Node(time.seconds),
            "nbf": Node(time.seconds), "iss": Node(Self.audience), "jti": Node(UUID().uuidString.lowercased()),
            "kubernetes.io": [
                "namespace": Node(account.key.namespace),
                "serviceaccount": ["name": Node(account.key.name), "uid": Node(account.uid)],
            ],
            "sub": Node("system:serviceaccount:\(account.key.namespace):\(account.key.name)"),
        ]
        let head: Node = ["alg": "ES256", "typ": "JWT"]
        let signed = Self.encoded(JSONWriter.bytes(head)) + "." + Self.encoded(JSONWriter.bytes(claims))
        let signature = try key.signature(for: Data(signed.utf8))
        return signed + "." + Self.encoded(Array(signature.rawRepresentation))
    }

    /// The account of a token that this server signed for itself and that is still good; else nil.
    func account(of token: some StringProtocol, at time: Timestamp) -> Account? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let raw = Self.decoded(parts[2]),
            let signature = try? P256.Signing.ECDSASignature(rawRepresentation: raw),
            key.publicKey.isValidSignature(signature, for: Data("\(parts[0]).\(parts[1])".utf8)),
            let bytes = Self.decoded(parts[1]), let claims = try? JSONReader.read(Array(bytes)),
            claims["aud"]?.elements.contains(Node(Self.audience)) == true,
            let end = claims["exp"]?.integer, time.seconds < end,
            let namespace = claims[path: "kubernetes.io", "namespace"]?.string,
            let account = claims[path: "kubernetes.io", "serviceaccount"],
            let name = account["name"]?.string, let uid = account["uid"]?.string
        else { return nil }
        return Account(key: ObjectKey(namespace: namespace, name: name), uid: uid)
    }

    private static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func decoded(_ text: some StringProtocol) -> Data? {
        let plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        return Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
    }
}
