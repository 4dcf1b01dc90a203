import Testing

@testable import Telemetry

@Suite("Metrics")
struct MetricRegistryTests {
    @Test("families and series are written in Prometheus' text format, sorted and escaped")
    func text() {
        let registry = MetricRegistry()
        let requests = MetricFamily("requests_total", .counter, "Requests by \"code\"\nand host.")
        registry.add(to: requests, [("code", "200"), ("host", "a\"b\\c\nd")])
        registry.add(2, to: requests, [("code", "200"), ("host", "a\"b\\c\nd")])
        registry.add(to: requests, [("code", "0")])
        registry.set(0.5, of: MetricFamily("depth", .gauge, "Waiting."))
        #expect(
            registry.text == #"""
                # HELP depth Waiting.
                # TYPE depth gauge
                depth 0.5
                # HELP requests_total Requests by "code"\nand host.
                # TYPE requests_total counter
                requests_total{code="0"} 1
                requests_total{code="200",host="a\"b\\c\nd"} 3

                """#)
    }

    @Test("a histogram counts up to each limit, and all")
    func histogram() {
        let registry = MetricRegistry()
        let family = MetricFamily("time_seconds", .histogram, "Time.", limits: [0.1, 1])
        for value in [0.05, 0.1, 0.5, 7] { registry.observe(value, in: family, [("name", "a")]) }
        #expect(
            registry.text.split(separator: "\n").dropFirst(2) == [
                #"time_seconds_bucket{name="a",le="0.1"} 2"#, #"time_seconds_bucket{name="a",le="1"} 3"#,
                #"time_seconds_bucket{name="a",le="+Inf"} 4"#, #"time_seconds_sum{name="a"} 7.65"#,
                #"time_seconds_count{name="a"} 4"#,
            ])
    }
}
