import Foundation
import KubeTypes
import TestSupport
import Testing

@testable import KubeClient

@Suite("Transport")
struct TransportTests {
    @Test(
        "a text is safe in a URL",
        arguments: [
            ("", ""), ("aZ09-_.~", "aZ09-_.~"), ("a/b c", "a%2Fb%20c"), ("ä", "%C3%A4"),
            ("a=b,c!=d", "a%3Db%2Cc%21%3Dd"),
            ("\n", "%0A"), ("%", "%25"), ("+", "%2B"),
        ])
    func encoding(text: String, expected: String) { #expect(percentEncoded(text) == expected) }

    @Test("lines are whole wherever the pieces of a stream begin and end")
    func framing() throws {
        let text = Array("{\"a\":1}\n\n{\"ä\":2}\r\n{\"c\":3}\nrest".utf8)
        let expected = ["{\"a\":1}", "{\"ä\":2}\r", "{\"c\":3}"]
        for size in 1...text.count {
            var framer = LineFramer()
            var lines: [String] = []
            for start in stride(from: 0, to: text.count, by: size) {
                let piece = text[start..<min(start + size, text.count)]
                lines += try framer.lines(adding: piece).map { String(decoding: $0, as: UTF8.self) }
            }
            #expect(lines == expected, "pieces of \(size)")
        }
    }

    @Test("a line without an end is refused at the limit")
    func endless() throws {
        var framer = LineFramer()
        _ = try framer.lines(adding: [UInt8](repeating: 65, count: LineFramer.limit))
        do {
            _ = try framer.lines(adding: [65])
            Issue.record("expected an error")
        } catch {
            #expect(error.code == .invalidAnswer)
        }
    }

    @Test("a server that is not there is unreachable, by its address")
    func unreachable() async throws {
        let client = try KubeClient(Connection(server: try #require(URL(string: "http://127.0.0.1:1"))))
        do {
            _ = try await client.resources()
            Issue.record("expected an error")
        } catch {
            #expect((error as? ClientError)?.code == .unreachable)
            #expect("\(error)".contains("http://127.0.0.1:1"))
        }
    }
}
