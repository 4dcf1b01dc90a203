internal import KubeTypes

/// A span of time as kubectl shows it: two units at most, coarser with age.
func shortDuration(seconds: Int) -> String {
    if seconds < -1 { return "<invalid>" }
    let seconds = max(0, seconds)
    if seconds < 120 { return "\(seconds)s" }
    let minutes = seconds / 60
    if minutes < 10 { return seconds % 60 == 0 ? "\(minutes)m" : "\(minutes)m\(seconds % 60)s" }
    if minutes < 180 { return "\(minutes)m" }
    let hours = minutes / 60
    if hours < 8 { return minutes % 60 == 0 ? "\(hours)h" : "\(hours)h\(minutes % 60)m" }
    if hours < 48 { return "\(hours)h" }
    let days = hours / 24
    if days < 8 { return hours % 24 == 0 ? "\(days)d" : "\(days)d\(hours % 24)h" }
    if days < 730 { return "\(days)d" }
    let years = days / 365
    if years < 8 { return days % 365 == 0 ? "\(years)y" : "\(years)y\(days % 365)d" }
    return "\(years)y"
}

/// How long ago `text` was; `<unknown>` when it says nothing.
func elapsed(since text: String?, now: Timestamp) -> String {
    guard let text, let then = Timestamp(text) else { return "<unknown>" }
    return shortDuration(seconds: now.seconds - then.seconds)
}
