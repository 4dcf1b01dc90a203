/// The parts of timestamps and durations.
let timeFunctions: [Function] = [
    part("getFullYear") { $0.year }, part("getMonth") { $0.month - 1 }, part("getDate") { $0.day },
    part("getDayOfMonth") { $0.day - 1 }, part("getDayOfWeek") { $0.dayOfWeek },
    part("getDayOfYear") { $0.dayOfYear },
    part("getHours", of: 3_600_000_000_000) { $0.hour }, part("getMinutes", of: 60_000_000_000) { $0.minute },
    part("getSeconds", of: 1_000_000_000) { $0.second }, milliseconds,
]

private func part(_ name: String, _ part: @escaping @Sendable (CivilTime) -> Int) -> Function {
    Function(name, "timestamp.() -> int", "timestamp.(string) -> int") { arguments in
        guard case .timestamp(let moment) = arguments[0] else { throw EvaluationError.noSuchOverload }
        return .int(Int64(part(CivilTime(moment, offset: try offset(arguments, at: moment)))))
    }
}

/// Of a duration it is the whole of it in that unit.
private func part(
    _ name: String, of unit: Int64, _ part: @escaping @Sendable (CivilTime) -> Int
) -> Function {
    Function(name, "timestamp.() -> int", "timestamp.(string) -> int", "duration.() -> int") { arguments in
        switch arguments[0] {
        case .timestamp(let moment):
            return .int(Int64(part(CivilTime(moment, offset: try offset(arguments, at: moment)))))
        case .duration(let nanoseconds): return .int(nanoseconds / unit)
        default: throw EvaluationError.noSuchOverload
        }
    }
}

private let milliseconds = Function(
    "getMilliseconds", "timestamp.() -> int", "timestamp.(string) -> int", "duration.() -> int"
) { arguments in
    switch arguments[0] {
    case .timestamp(let moment):
        _ = try offset(arguments, at: moment)
        return .int(Int64(moment.nanoseconds / 1_000_000))
    case .duration(let nanoseconds): return .int(nanoseconds / 1_000_000)
    default: throw EvaluationError.noSuchOverload
    }
}

/// Seconds east of UTC in the zone that is the second argument: `+01:00`, `UTC`, or a name.
private func offset(_ arguments: [Value], at moment: Moment) throws(EvaluationError) -> Int {
    guard arguments.count > 1 else { return 0 }
    guard case .string(let zone) = arguments[1] else { throw EvaluationError.noSuchOverload }
    let parts = zone.split(separator: ":", omittingEmptySubsequences: false)
    if parts.count == 2, let hours = Int(parts[0]), let minutes = Int(parts[1]), (0..<60).contains(minutes),
        (-24...24).contains(hours)
    {
        return (hours * 60 + (zone.hasPrefix("-") ? -minutes : minutes)) * 60
    }
    guard let offset = zoneOffset(zone, at: moment.seconds) else {
        throw EvaluationError("unknown time zone \(zone)")
    }
    return offset
}
