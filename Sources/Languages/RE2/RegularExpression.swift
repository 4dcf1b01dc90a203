internal import CRE2

/// A regular expression of the RE2 language, which Go, Kubernetes, Envoy and Istio use: no back references and no
/// look-around, and in return a match takes time in proportion to the text.
///
/// Syntax: https://github.com/google/re2/wiki/Syntax
package final class RegularExpression: Sendable {
    package let pattern: String
    // RE2 objects are safe to share: matching does not change what can be seen of them.
    private nonisolated(unsafe) let expression: OpaquePointer

    /// What is wrong with a pattern.
    package struct Mistake: Error, Equatable {
        package var message: String
    }

    /// - Parameters:
    ///   - pattern: The expression, found anywhere in a text unless it says otherwise.
    ///   - memory: What the expression and its matching may hold, in bytes; larger expressions are refused.
    /// - Throws: `Mistake` with RE2's words.
    package init(_ pattern: String, memory: Int = 8 << 20) throws(Mistake) {
        self.pattern = pattern
        var pattern = pattern
        expression = pattern.withUTF8 { utf8 in
            utf8.withMemoryRebound(to: CChar.self) { cre2_compile($0.baseAddress, $0.count, Int64(memory)) }
        }
        guard let error = cre2_error(expression) else { return }
        let argument = String(cString: cre2_error_argument(expression))
        throw Mistake(message: String(cString: error) + (argument.isEmpty ? "" : " in `\(argument)`"))
    }

    deinit { cre2_free(expression) }

    /// How many groups in parentheses the pattern has.
    package var groupCount: Int { Int(cre2_group_count(expression)) }

    /// The name of group `number`, counted from 1; nil for one without.
    package func groupName(_ number: Int) -> String? {
        cre2_group_name(expression, Int32(number)).map { String(cString: $0) }
    }

    /// Whether there is a match anywhere in `text`.
    package func matches(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { match(in: $0, from: 0, whole: false, groups: 0) != nil }
    }

    /// Whether `text` as a whole is a match.
    package func matchesWhole(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { match(in: $0, from: 0, whole: true, groups: 0) != nil }
    }

    /// A match: the ranges of bytes of the whole and of each group, nil for a group that took no part.
    package typealias Match = [Range<Int>?]

    /// The first match, or nil.
    package func firstMatch(in text: String) -> Match? {
        var text = text
        return text.withUTF8 { match(in: $0, from: 0, whole: false, groups: groupCount + 1) }
    }

    /// The matches from left to right, none overlapping another. An empty match does not stand where one has just ended.
    ///
    /// - Parameter limit: At most so many; nil for all.
    package func matches(in text: String, limit: Int? = nil) -> [Match] {
        var text = text
        return text.withUTF8 { utf8 in
            var found: [Match] = []
            var start = 0
            var lastEnd = -1
            while start <= utf8.count, found.count < limit ?? .max,
                let match = match(in: utf8, from: start, whole: false, groups: groupCount + 1), let whole = match[0]
            {
                if !whole.isEmpty || whole.lowerBound != lastEnd { found.append(match) }
                lastEnd = whole.upperBound
                start = whole.isEmpty ? Self.next(after: whole.upperBound, in: utf8) : whole.upperBound
            }
            return found
        }
    }

    private func match(
        in utf8: UnsafeBufferPointer<UInt8>, from start: Int, whole: Bool, groups: Int
    ) -> Match? {
        utf8.withMemoryRebound(to: CChar.self) { text in
            withUnsafeTemporaryAllocation(of: cre2_range.self, capacity: groups) { ranges -> Match? in
                // RE2 tells a group that took no part by a null pointer, and so needs one that is none for the text.
                withUnsafePointer(to: 0 as CChar) { empty in
                    guard
                        cre2_match(
                            expression, text.baseAddress ?? empty, text.count, start, whole, ranges.baseAddress,
                            Int32(groups))
                    else { return nil }
                    return ranges.map { $0.start < 0 ? nil : Int($0.start)..<Int($0.end) }
                }
            }
        }
    }

    /// The start of the character after the one at `index`.
    private static func next(after index: Int, in utf8: UnsafeBufferPointer<UInt8>) -> Int {
        var next = index + 1
        while next < utf8.count, utf8[next] & 0xC0 == 0x80 { next += 1 }
        return next
    }
}
