internal import GoText
internal import KubeTypes

extension Builtins {
    private static let moment = RegoType.oneOf([.number, .tuple(.number, .string)])
    private static let threeNumbers = RegoType.tuple(.number, .number, .number)

    static let times: [Builtin] = [
        Builtin("time.now_ns", [], .number) { _, context in .int(Int(context.now)) }.nondeterministic(),
        Builtin("time.parse_ns", [.string, .string], .number) { arguments, _ throws(BuiltinFailure) in
            let (layout, text) = (try arguments.string(0), try arguments.string(1))
            return try nanoseconds(try GoLayout(layout).parsed(text))
        },
        Builtin("time.parse_rfc3339_ns", [.string], .number) { arguments, _ throws(BuiltinFailure) in
            try nanoseconds(try GoLayout("RFC3339").parsed(try arguments.string(0)))
        },
        Builtin("time.parse_duration_ns", [.string], .number) { arguments, _ throws(BuiltinFailure) in
            let text = try arguments.string(0)
            guard let duration = GoDuration(text) else {
                throw BuiltinFailure("time: invalid duration \(goQuoted(text))")
            }
            return .int(Int(duration.nanoseconds))
        },
        Builtin(
            "time.format", [.oneOf([.number, .tuple(.number, .string), .tuple(.number, .string, .string)])], .string
        ) { arguments, context throws(BuiltinFailure) in
            let time = try time(arguments[0], context)
            var layout = ""
            if case .array(let parts) = arguments[0], parts.count > 2 { layout = try [parts[2]].string(0) }
            return .string(GoLayout(layout.isEmpty ? "RFC3339Nano" : layout).text(time))
        },
        Builtin("time.date", [moment], threeNumbers) { arguments, context throws(BuiltinFailure) in
            let time = try time(arguments[0], context)
            return .array([time.year, time.month, time.day].map(RegoValue.int))
        },
        Builtin("time.clock", [moment], threeNumbers) { arguments, context throws(BuiltinFailure) in
            let time = try time(arguments[0], context)
            return .array([time.hour, time.minute, time.second].map(RegoValue.int))
        },
        Builtin("time.weekday", [moment], .string) { arguments, context throws(BuiltinFailure) in
            .string(GoLayout.weekdays[try time(arguments[0], context).weekday])
        },
        Builtin("time.add_date", [.number, .number, .number, .number], .number) {
            arguments, context throws(BuiltinFailure) in
            let time = try time(arguments[0], context)
            let (years, months, days) = (try arguments.integer(1), try arguments.integer(2), try arguments.integer(3))
            guard [years, months, days].allSatisfy({ $0.magnitude < 1_000_000_000 }) else { throw outside }
            return try nanoseconds(time.adding(years: years, months: months, days: days))
        },
        Builtin("time.diff", [moment, moment], .tuple(.number, .number, .number, .number, .number, .number)) {
            arguments, context throws(BuiltinFailure) in
            let first = try time(arguments[0], context)
            // Both are looked at in the zone of the first.
            let second = CivilMoment(try time(arguments[1], context).nanoseconds, in: first.zone)
            return .array(
                (first.nanoseconds <= second.nanoseconds ? first.distance(to: second) : second.distance(to: first)).map(
                    RegoValue.int))
        },
    ]

    private static let outside = BuiltinFailure("time outside of valid range")

    private static func nanoseconds(_ seconds: (Int, nanoseconds: Int)?) throws(BuiltinFailure) -> RegoValue {
        guard let seconds else { throw outside }
        let total = Int128(seconds.0) * 1_000_000_000 + Int128(seconds.nanoseconds)
        guard let value = Int(exactly: total) else { throw outside }
        return .int(value)
    }

    /// A number of nanoseconds, or such a number with the name of a zone.
    private static func time(_ value: RegoValue, _ context: BuiltinContext) throws(BuiltinFailure) -> CivilMoment {
        let wrong = BuiltinFailure.operand(0, is: value, not: "either number (ns) or [number (ns), string (tz)]")
        var number = value
        var zone = ZoneRules.utc
        switch value {
        case .number: break
        case .array(let parts):
            guard let first = parts.first else { throw wrong }
            number = first
            if parts.count > 1 { zone = try context.zone(try [parts[1]].string(0)) }
        default: throw wrong
        }
        guard let nanoseconds = try [number].number(0).int else { throw BuiltinFailure("timestamp too big") }
        return CivilMoment(nanoseconds, in: zone)
    }
}

extension BuiltinContext {
    fileprivate func zone(_ name: String) throws(BuiltinFailure) -> ZoneRules {
        if name.isEmpty || name == "UTC" || name == "Local" { return .utc }
        if let known = zones[name] { return known }
        try spend(100)
        // A name is not a way out of the database.
        guard !name.hasPrefix("/"), !name.contains(".."), !name.contains("\\"), let file = zoneFile(name),
            let rules = ZoneRules(file)
        else {
            throw BuiltinFailure("unknown time zone \(name)")
        }
        zones[name] = rules
        return rules
    }
}
