internal import FileTree
internal import Foundation
internal import Reports
internal import Validation

/// Shows or writes files that fixes or the formatter have changed.
struct FixOutput {
    var files: [FixedFile]
    /// What was done to a file.
    var verb = "fixed"

    /// - Throws: `ExitStatus.no` when something would change.
    func show() throws {
        let palette = Terminal.palette(for: .output)
        for file in files {
            let diff = LineDiff(from: lines(file.old), to: lines(file.new))
            Terminal.output("--- \(file.path)\n+++ \(file.path)\n" + diff.unified(palette: palette))
        }
        if !files.isEmpty { throw ExitStatus.no }
    }

    func write() throws {
        for file in files {
            do {
                // A link stays one: what it leads to is written.
                let target = URL(fileURLWithPath: file.path.description).resolvingSymlinksInPath()
                try Data(file.new).write(to: target, options: .atomic)
            } catch {
                throw CommandError("cannot write \"\(file.path)\": \(error.localizedDescription)")
            }
            Terminal.talk("\(verb) \(file.path)\n")
        }
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        // By bytes: a line end of Windows is one character of Swift.
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
}
