/// One thing that Mainstay has to say about a user's text. Engines return findings; faces print them.
package struct Finding: Hashable, Sendable {
    package var code: Code
    package var severity: Severity
    /// What is wrong, on what, in one sentence: lower case, no full stop, values in double quotes.
    package var message: String
    package var place: Place
    /// How many Unicode scalars of the line the finding is about; 0 when only the start is known.
    package var length: Int
    /// Other places that belong to it: where the base said something else, where the rival stands.
    package var related: [RelatedPlace]
    /// What requests would meet: who, what, which response.
    package var effect: String?
    package var fixes: [Fix]
    /// What a person can do about it when there is no mechanical fix.
    package var hint: String?
    /// Set by who checks a whole object; a text that is no object has none.
    package var subject: Subject?

    package init(
        _ code: Code, _ message: String, severity: Severity = .error, at place: Place, length: Int = 0,
        related: [RelatedPlace] = [], effect: String? = nil, fixes: [Fix] = [], hint: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.message = message
        self.place = place
        self.length = length
        self.related = related
        self.effect = effect
        self.fixes = fixes
        self.hint = hint
    }
}

/// A second place that explains a finding.
package struct RelatedPlace: Hashable, Sendable {
    package var place: Place
    package var message: String

    package init(_ message: String, at place: Place) {
        self.place = place
        self.message = message
    }
}

/// A change that mends a finding: the scalar at `place` becomes `replacement`, or goes away.
package struct Fix: Hashable, Sendable {
    /// How the replacement is written.
    package enum Writing: Hashable, Sendable {
        /// As the scalar is: with its quotes, or without.
        case alike
        /// As a text, in quotes where it would mean something else without.
        case text
        /// Without quotes: a number, `true` or `false`.
        case bare
        /// Not at all: the item of a list goes.
        case removal
    }

    package var description: String
    package var place: Place
    package var replacement: String
    package var writing: Writing
    /// Safe to apply without a person looking at it.
    package var isSafe: Bool

    package init(
        _ description: String, at place: Place, replacement: String, isSafe: Bool, writing: Writing = .alike
    ) {
        self.description = description
        self.writing = writing
        self.place = place
        self.replacement = replacement
        self.isSafe = isSafe
    }
}

extension Finding: CustomStringConvertible {
    /// The one-line form: `file:line:column: error[MST0001]: message (hint)`.
    package var description: String {
        let start = place.isKnown || place.file != .none ? "\(place): " : ""
        return "\(start)\(severity)[\(code)]: \(message)" + (hint.map { " (\($0))" } ?? "")
    }
}
