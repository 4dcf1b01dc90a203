import Testing

@testable import Kustomize

@Suite("What kustomize's reader and writer change")
struct RewritingTests {
    @Test(
        "folded blocks get blank lines before what is indented deeper",
        arguments: [
            ("a b", "a b"), ("a\nb", "a\nb"), ("a\n  b", "a\n\n  b"),
            ("one\n  two\n  three\nfour five\nsix\n", "one\n\n  two\n  three\nfour five\nsix\n"),
            ("x\n\n\n", "x\n\n\n\n"), ("  lead\n x\ny\nz\n", "  lead\n x\ny z\n"), ("\na\n  b", "\na\n\n  b"),
            ("one\n\n\n  two\n\nthree\n", "one\n\n\n\n  two\n\nthree\n"),
        ])
    func folded(_ text: String, _ expected: String) {
        #expect(refolded(text) == expected)
    }

    @Test(
        "dates are spelled in full",
        arguments: [
            ("2001-12-14", "2001-12-14T00:00:00Z"), ("2001-2-3 1:02:03", "2001-02-03T01:02:03Z"),
            ("2001-12-14t21:59:43.10-05:00", "2001-12-14T21:59:43.1-05:00"), ("2001-02-30", nil), ("2001-13-01", nil),
            ("2001-12-14T10:00:00", nil), ("2001-12-14 10:00:00Z", nil), ("2001-12", nil), ("v2001-12-14", nil),
        ] as [(String, String?)])
    func dates(_ text: String, _ expected: String?) {
        #expect(dateInFull(text) == expected)
    }
}
