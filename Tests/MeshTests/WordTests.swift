import GoText
import Testing

@testable import Mesh

/// The words of Istio's configuration, each with what it takes and what it does not.
@Suite("Words of the mesh")
struct WordTests {
    @Test(
        "durations are Go's",
        arguments: [
            ("1.5s", 1_500_000_000), ("100ms", 100_000_000), ("1h30m", 5_400_000_000_000), ("0", 0), ("-2us", -2000),
            (".5s", 500_000_000), ("1µs", 1000), ("10", nil), ("", nil), ("s", nil), ("1 s", nil), ("1e3s", nil),
            ("9999999999h", nil), ("1.s", 1_000_000_000),
        ])
    func durations(text: String, nanoseconds: Int64?) { #expect(GoDuration(text)?.nanoseconds == nanoseconds) }

    @Test(
        "addresses are those of netip",
        arguments: [
            ("10.0.0.1", true), ("010.0.0.1", false), ("10.0.0", false), ("10.0.0.256", false), ("::", true),
            ("::1", true), ("1::", true), ("1:2:3:4:5:6:7:8", true), ("1:2:3:4:5:6:7:8:9", false), ("1::2::3", false),
            (":1", false), ("1:", false), ("::ffff:10.0.0.1", true), ("fe80::1%eth0", true), ("fe80::1%", false),
            ("12345::", false), ("", false), ("10.0.0.1%eth0", false), ("1:2:3:4:5:6:7::", true),
            ("1:2:3:4:5:6:7:8::", false),
        ])
    func addresses(text: String, isAddress: Bool) { #expect((IPAddress(text) != nil) == isAddress) }

    @Test(
        "blocks have as many bits as their addresses",
        arguments: [
            ("10.0.0.0/8", true), ("10.1.2.3/8", true), ("10.0.0.0/33", false), ("10.0.0.0/08", false),
            ("::/128", true),
            ("::/129", false), ("10.0.0.0/", false), ("/8", false), ("fe80::1%a/64", false),
        ])
    func blocks(text: String, isBlock: Bool) { #expect((AddressBlock(text) != nil) == isBlock) }

    @Test(
        "the first label of a name may be a wildcard",
        arguments: [
            ("*", true), ("*.example", true), ("*-a.example", true), ("*a.example", true), ("a*.example", false),
            ("a.*.example", false), ("a_b", false), ("10.0.0.1", false), ("10", true), ("example.", true), (".", false),
            ("", false), ("-a", false), ("A.Example", true),
        ])
    func wildcards(text: String, isName: Bool) { #expect((wildcardDomainProblem(text) == nil) == isName) }

    @Test(
        "variables in headers end",
        arguments: [
            ("plain", true), ("%%", true), ("%A%", true), ("%A", false), ("50%", false), ("%A(b)%", true),
            ("%A(b%", false), (#"%A(["x", "y"])%"#, true), (#"%A(["x" "y"])%"#, false), (#"%A(["x",])%"#, false),
            (#"%A(\)%"#, false), ("%A(b) %", true), ("%A(b)c%", false), ("a\u{7}", false), ("a\tb", true),
        ])
    func headerValues(text: String, isValue: Bool) { #expect((headerValueProblem(text) == nil) == isValue) }

    @Test(
        "a host and its port",
        arguments: [
            ("a:80", "a"), ("[::1]:80", "::1"), (":80", ""), ("a", nil), ("::1:80", nil), ("[::1]", nil),
            ("[::1:80", nil),
            ("a]:80", nil),
        ])
    func hostPorts(text: String, host: String?) { #expect(HostPort(text)?.host == host) }

    @Test(
        "addresses of the web",
        arguments: [
            ("https://a.b/c", "https", "a.b"), ("oci://a:5000/b", "oci", "a"), ("a/b", "", ""),
            ("10.0.0.1:5000/a", nil, ""),
            ("http://a:b", nil, ""), ("http://a/%zz", nil, ""), ("http://u:p@a/b?c#d", "http", "a"),
            ("http://[::1]:80/", "http", "[::1]"), ("", "", ""),
        ])
    func webAddresses(text: String, scheme: String?, host: String) {
        #expect(WebAddress(text)?.scheme == scheme)
        if scheme != nil { #expect(WebAddress(text)?.host == host) }
    }

    @Test(
        "a later locality lies outside of the earlier ones",
        arguments: [
            (["a/b/c", "a/b/*", "a/*", "*"], true), (["*", "a"], false), (["a", "a/b"], false), (["a/b", "a"], false),
            (["a/*", "a/b"], false), (["a/b", "a/c"], true), (["a", "a"], false), (["a//c"], false), (["*/b"], false),
        ])
    func localities(list: [String], isFine: Bool) { #expect(Locality.problems(list).isEmpty == isFine) }

    @Test(
        "the protocol of a port stands in its name",
        arguments: [
            ("http", .http), ("http-web", .http), ("HTTP2-a", .http2), ("grpc-web", .grpcWeb), ("grpc-web-a", .grpcWeb),
            ("grpc-a", .grpc), ("web", nil), ("hbone", nil), ("", nil),
        ] as [(String, PortProtocol?)])
    func portNames(name: String, expected: PortProtocol?) { #expect(PortProtocol(portName: name) == expected) }

    @Test("conditions of retries have no spaces")
    func retries() {
        #expect(RetryConditions.unknown(in: "5xx,reset,503") == [])
        #expect(RetryConditions.unknown(in: "5xx, reset,600,") == [" reset", "600", ""])
    }
}
