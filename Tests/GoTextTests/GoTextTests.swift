import Testing

@testable import GoText

@Suite("Texts as Go reads them")
struct GoTextTests {
    @Test(
        "durations",
        arguments: [
            ("0", 0), ("+0", 0), ("1s", 1_000_000_000), ("-1.5h", -5_400_000_000_000),
            ("1h2m3s4ms5us6ns", 3_723_004_005_006),
            (".5us", 500), ("1.s", 1_000_000_000), ("2562047h47m16.854775807s", Int64.max),
            ("-2562047h47m16.854775808s", Int64.min),
        ])
    func durations(text: String, nanoseconds: Int64) { #expect(GoDuration(text)?.nanoseconds == nanoseconds) }

    @Test(
        "what is no duration",
        arguments: [
            "", "1", "s", "1 s", "1d", ".s", "1.2.3s", "--1s", "2562047h47m16.854775808s", "99999999999999999999h",
        ])
    func noDurations(text: String) { #expect(GoDuration(text) == nil) }

    @Test("a duration without end is none, and no crash")
    func long() { #expect(GoDuration(String(repeating: "0.999999h", count: 3_000_000)) == nil) }

    @Test(
        "addresses",
        arguments: [
            ("1.2.3.4", 4, ""), ("::", 16, ""), ("2001:db8::1", 16, ""), ("::ffff:1.2.3.4", 16, ""),
            ("fe80::1%eth0", 16, "eth0"),
            ("1:2:3:4:5:6:7::", 16, ""),
        ])
    func addresses(text: String, count: Int, zone: String) {
        #expect(IPAddress(text)?.bytes.count == count)
        #expect(IPAddress(text)?.zone == zone)
    }

    @Test(
        "what is no address",
        arguments: [
            "", "1.2.3", "1.2.3.04", "1.2.3.256", "1::2::3", "1:2", ":1::", "1:::2", "fe80::1%", "12345::", "1.2.3.4::",
        ])
    func noAddresses(text: String) { #expect(IPAddress(text) == nil) }
}
