internal import KubeTypes

/// The resourceVersion of a request that names one: nothing and 0 name none.
struct Revision: Equatable {
    var number: Int64

    /// - Throws: what `refusal` makes of a text that is no whole number.
    init?(_ text: String, refusal: (String) -> Status) throws(Status) {
        guard !text.isEmpty else { return nil }
        guard let number = UInt64(text), let number = Int64(exactly: number) else {
            throw refusal("strconv.ParseUint: parsing \"\(text)\": invalid syntax")
        }
        if number == 0 { return nil }
        self.number = number
    }

    static func watchRefusal(_ why: String) -> Status { Status(code: 500, reason: .unknown, message: why) }

    static func listRefusal(_ why: String) -> Status { Status(badRequest: "resourceVersion: Invalid value: \(why)") }

    static func getRefusal(_ why: String) -> Status {
        Status(code: 500, reason: .unknown, message: "resourceVersion: Invalid value: \(why)")
    }
}

extension Status {
    /// What has not happened yet cannot be shown; it may soon.
    init(tooNew message: String) {
        self.init(code: 504, reason: .timeout, message: "Timeout: \(message)")
        causes = [Cause(reason: "ResourceVersionTooLarge", message: "Too large resource version", field: "")]
        retryAfterSeconds = 1
    }
}
