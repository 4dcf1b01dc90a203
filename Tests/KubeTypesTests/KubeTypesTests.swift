import Testing

@testable import KubeTypes

@Suite struct SelectorTests {
    @Test(
        "selectors match as in Kubernetes",
        arguments: [
            ("app=shop", true), ("app==shop,tier!=db", true), ("app in (cart, shop)", true),
            ("app notin (shop)", false),
            ("app", true), ("!app", false), ("!tier", true), ("tier!=x", true), ("replicas>2", true),
            ("replicas<2", false), ("", true), ("tier=", false), ("app in (shop,)", true), ("tier notin ()", true),
        ])
    func matches(text: String, expected: Bool) throws {
        #expect(try Selector(parsing: text).matches(["app": "shop", "replicas": "3"]) == expected)
    }

    @Test(
        "nonsense is refused",
        arguments: [
            "a in b", "(x)", "a b", "=x", "a>b", ",", "a,,b", "!a=x", "-a=1", "a/b/c=1", "a in (b", "a=b c", "a===b",
            "a=-b",
        ])
    func refused(text: String) {
        #expect(throws: Selector.ParseError.self) { try Selector(parsing: text) }
    }
}

@Suite struct TimestampTests {
    @Test(
        "moments are read and written",
        arguments: [
            ("1970-01-01T00:00:00Z", 0), ("2026-11-21T14:05:33Z", 1_795_269_933),
            ("2024-02-29T23:59:59Z", 1_709_251_199),
            ("1969-12-31T23:59:59Z", -1),
        ])
    func roundTrip(text: String, seconds: Int) {
        #expect(Timestamp(text)?.seconds == seconds)
        #expect(Timestamp(seconds: seconds).description == text)
    }

    @Test("offsets and fractions are understood, other texts are not")
    func forms() {
        #expect(Timestamp("2026-11-21T15:05:33.25+01:00") == Timestamp("2026-11-21T14:05:33Z"))
        for text in ["", "2026-11-21", "2026-13-01T00:00:00Z", "2026-11-21T14:05:33", "now"] {
            #expect(Timestamp(text) == nil)
        }
    }
}

@Test(
    "base 64 is read in both alphabets, with padding or without",
    arguments: [
        ("c2VjcmV0", "secret"), ("YQ==", "a"), ("YQ", "a"), ("YWI=", "ab"), ("", ""), ("Y", nil), ("a b", nil),
        ("YQ===", nil),
        ("Pz8_", "???"), ("Pz8/", "???"),
    ])
func decoding(text: String, expected: String?) {
    #expect(decodedBase64(text).map { String(decoding: $0, as: UTF8.self) } == expected)
}
