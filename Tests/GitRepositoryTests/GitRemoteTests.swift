import Diagnostics
import Testing

@testable import GitRepository

@Suite("Addresses of repositories")
struct GitRemoteTests {
    @Test(
        "an address is of another machine or of a folder here",
        arguments: [
            ("https://git.example.com/shop.git", nil), ("http://git.example.com/shop", nil),
            ("ssh://git@git.example.com:22/shop.git", nil), ("git@git.example.com:shop.git", nil),
            ("file:///srv/shop.git", "/srv/shop.git"), ("/srv/shop", "/srv/shop"), ("./shop", "./shop"),
            ("../shop", "../shop"), (".", "."), ("shop", "shop"),
        ] as [(String, String?)])
    func kinds(address: String, localPath: String?) throws {
        #expect(try GitRemote(address).localPath == localPath)
    }

    @Test(
        "what could start a program or is no address is refused",
        arguments: ["", "-uhttps://x", "--upload-pack=x", "ext::sh -c id", "fd::17", "ftp://x/y", "git://x/y"])
    func refused(address: String) {
        do {
            _ = try GitRemote(address)
            Issue.record("expected an error")
        } catch {
            #expect(error.code == .badAddress)
        }
    }

    @Test(
        "a password in the address does not show",
        arguments: [
            ("https://ada:secret@git.example.com/shop", "https://ada@git.example.com/shop"),
            ("https://git.example.com/shop", "https://git.example.com/shop"),
            ("git@git.example.com:shop", "git@git.example.com:shop"),
        ])
    func password(address: String, shown: String) throws {
        #expect("\(try GitRemote(address))" == shown)
    }

    @Test("a password is printed nowhere")
    func redacted() {
        let credentials = GitCredentials.basic(user: "ada", password: SecretText("hunter2"))
        var dumped = ""
        dump(credentials, to: &dumped)
        for text in ["\(credentials)", String(reflecting: credentials), "\([credentials])", dumped] {
            #expect(!text.contains("hunter2"))
        }
    }
}
