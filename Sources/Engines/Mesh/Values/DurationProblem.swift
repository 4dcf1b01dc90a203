internal import GoText

/// What keeps a text from being a duration as most fields of Istio want it: whole milliseconds, one at least.
package func durationProblem(_ text: String) -> String? {
    guard let duration = GoDuration(text) else { return notADuration }
    if duration < .millisecond { return "it is less than 1ms" }
    return duration.isMultiple(of: .millisecond) ? nil : "it has parts of a millisecond"
}

package let notADuration = "it is no duration such as \"1.5s\", \"100ms\" or \"1h30m\""
