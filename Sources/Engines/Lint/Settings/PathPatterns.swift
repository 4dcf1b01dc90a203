/// Patterns of paths as `.gitignore` writes them. The last one that matches decides.
package struct PathPatterns: Sendable {
    private struct Pattern: Sendable {
        var segments: [Glob]
        var isAnchored: Bool
        var isForFolders: Bool
        var isNegated: Bool
    }

    private enum Glob: Sendable {
        case anySegments
        case segment(PathGlob)
    }

    private var patterns: [Pattern] = []

    package init(_ lines: some Sequence<String>) { patterns = lines.compactMap { Self.pattern($0) } }

    /// Whether a path, or a folder that it lies in, is meant. A `./` or `/` at its start does not count.
    package func match(_ path: String) -> Bool {
        let segments = path.split(separator: "/").filter { $0 != "." }.map { Array($0.unicodeScalars) }
        return patterns.last { Self.matches($0, segments) }.map { !$0.isNegated } ?? false
    }

    private static func pattern(_ line: String) -> Pattern? {
        var text = Substring(line)
        while let last = text.last, last.isWhitespace, !text.hasSuffix("\\ ") { text = text.dropLast() }
        guard !text.isEmpty, !text.hasPrefix("#"), text != "/" else { return nil }
        let isNegated = text.hasPrefix("!")
        if isNegated { text = text.dropFirst() }
        let isForFolders = text.hasSuffix("/")
        if isForFolders { text = text.dropLast() }
        let isAnchored = text.contains("/")
        let segments = text.split(separator: "/").map { $0 == "**" ? Glob.anySegments : .segment(PathGlob($0)) }
        return segments.isEmpty
            ? nil
            : Pattern(
                segments: segments, isAnchored: isAnchored, isForFolders: isForFolders, isNegated: isNegated)
    }

    private static func matches(_ pattern: Pattern, _ path: [[Unicode.Scalar]]) -> Bool {
        let starts = pattern.isAnchored ? 0...0 : 0...max(path.count - 1, 0)
        return starts.contains { matches(pattern.segments[...], path[$0...], isForFolders: pattern.isForFolders) }
    }

    /// Whether the segments match the path up to some folder of it, or whole.
    private static func matches(
        _ globs: ArraySlice<Glob>, _ path: ArraySlice<[Unicode.Scalar]>, isForFolders: Bool
    ) -> Bool {
        guard let first = globs.first else { return !isForFolders || !path.isEmpty }
        switch first {
        case .segment(let glob):
            guard let name = path.first, glob.matches(name) else { return false }
            return matches(globs.dropFirst(), path.dropFirst(), isForFolders: isForFolders)
        case .anySegments:
            if globs.count == 1 { return !path.isEmpty }
            return (path.startIndex...path.endIndex).contains {
                matches(globs.dropFirst(), path[$0...], isForFolders: isForFolders)
            }
        }
    }
}

/// One name of a path with `*`, `?` and `[…]`.
struct PathGlob: Sendable {
    private enum Part: Sendable {
        case anything, any
        case one(Unicode.Scalar)
        case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
    }

    private var parts: [Part] = []

    init(_ text: some StringProtocol) {
        var rest = Array(text.unicodeScalars)[...]
        while let first = rest.popFirst() {
            switch first {
            case "*": parts.append(.anything)
            case "?": parts.append(.any)
            case "[": parts.append(Self.set(&rest) ?? .one("["))
            case "\\": parts.append(.one(rest.popFirst() ?? "\\"))
            default: parts.append(.one(first))
            }
        }
    }

    /// Nil, and nothing taken, when no `]` follows.
    private static func set(_ rest: inout ArraySlice<Unicode.Scalar>) -> Part? {
        var inner = rest
        let isNegated = inner.first == "!" || inner.first == "^"
        if isNegated { inner.removeFirst() }
        var ranges: [ClosedRange<Unicode.Scalar>] = []
        var isFirst = true
        while let scalar = inner.popFirst() {
            if scalar == "]", !isFirst {
                rest = inner
                return .set(ranges, isNegated: isNegated)
            }
            isFirst = false
            if inner.first == "-", let end = inner.dropFirst().first, end != "]" {
                inner = inner.dropFirst(2)
                if scalar <= end { ranges.append(scalar...end) }
            } else {
                ranges.append(scalar...scalar)
            }
        }
        return nil
    }

    /// Goes back to the last `*` only, so that no pattern takes long.
    func matches(_ name: [Unicode.Scalar]) -> Bool {
        var (part, index) = (0, 0)
        var retry: (part: Int, index: Int)?
        while true {
            if part < parts.count, case .anything = parts[part] {
                retry = (part + 1, index)
                part += 1
            } else if index == name.count {
                return part == parts.count
            } else if part < parts.count, accepts(parts[part], name[index]) {
                (part, index) = (part + 1, index + 1)
            } else if let last = retry {
                retry = (last.part, last.index + 1)
                (part, index) = (last.part, last.index + 1)
                if index > name.count { return false }
            } else {
                return false
            }
        }
    }

    private func accepts(_ part: Part, _ scalar: Unicode.Scalar) -> Bool {
        switch part {
        case .anything, .any: true
        case .one(let wanted): wanted == scalar
        case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
        }
    }
}
