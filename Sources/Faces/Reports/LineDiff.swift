/// The difference between two texts, line by line, in the unified form that `diff -u` and Git use.
package struct LineDiff {
    private enum Edit { case same(String), removed(String), added(String) }

    private let edits: [Edit]

    package init(from old: [String], to new: [String]) {
        edits = Self.edits(old, new)
    }

    package var isEmpty: Bool {
        edits.allSatisfy { if case .same = $0 { true } else { false } }
    }

    /// The hunks with `context` lines around each change; empty when nothing differs.
    package func unified(context: Int = 3, palette: Palette = .none) -> String {
        var text = ""
        var oldLine = 1
        var newLine = 1
        var hunk: [Edit] = []
        var hunkStart = (1, 1)
        var quiet = 0
        func flush() {
            defer { hunk = [] }
            while quiet > context, !hunk.isEmpty {
                hunk.removeLast()
                quiet -= 1
            }
            guard hunk.contains(where: { if case .same = $0 { false } else { true } }) else { return }
            text += Self.render(hunk, hunkStart, palette)
        }
        for edit in edits {
            if hunk.isEmpty { hunkStart = (oldLine, newLine) }
            hunk.append(edit)
            switch edit {
            case .same:
                quiet += 1
                oldLine += 1
                newLine += 1
                let hasChange = quiet < hunk.count
                if hasChange, quiet > 2 * context {
                    // What stands before the next change belongs to the next hunk.
                    let lead = Array(hunk.suffix(context))
                    flush()
                    hunk = lead
                    hunkStart = (oldLine - lead.count, newLine - lead.count)
                    quiet = lead.count
                } else if !hasChange, hunk.count > context {
                    hunk.removeFirst()
                    hunkStart = (hunkStart.0 + 1, hunkStart.1 + 1)
                    quiet = hunk.count
                }
            case .removed:
                quiet = 0
                oldLine += 1
            case .added:
                quiet = 0
                newLine += 1
            }
        }
        flush()
        return text
    }

    private static func render(_ hunk: [Edit], _ start: (Int, Int), _ palette: Palette) -> String {
        var old = 0
        var new = 0
        var lines = ""
        for edit in hunk {
            switch edit {
            case .same(let line):
                lines += " \(line)\n"
                old += 1
                new += 1
            case .removed(let line):
                lines += palette.removed("-\(line)") + "\n"
                old += 1
            case .added(let line):
                lines += palette.added("+\(line)") + "\n"
                new += 1
            }
        }
        // A side without lines is numbered by the line before it.
        let oldStart = old == 0 ? start.0 - 1 : start.0
        let newStart = new == 0 ? start.1 - 1 : start.1
        return "@@ -\(range(oldStart, old)) +\(range(newStart, new)) @@\n" + lines
    }

    /// A length of 1 is not written.
    private static func range(_ start: Int, _ count: Int) -> String { count == 1 ? "\(start)" : "\(start),\(count)" }

    /// The standard library's shortest edit script, put in the order of the lines.
    private static func edits(_ old: [String], _ new: [String]) -> [Edit] {
        let difference = new.difference(from: old)
        var removed: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if removed.contains(i) {
                edits.append(.removed(old[i]))
                i += 1
            } else if added.contains(j) {
                edits.append(.added(new[j]))
                j += 1
            } else {
                edits.append(.same(old[i]))
                i += 1
                j += 1
            }
        }
        return edits
    }
}
