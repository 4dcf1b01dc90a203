internal import FileTree
internal import Foundation
internal import Reports
internal import Validation

/// Shows or writes files that fixes have changed.
struct FixOutput {
    var files: [FixedFile]

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
                try Data(file.new).write(to: URL(fileURLWithPath: file.path.description), options: .atomic)
            } catch {
                throw CommandError("cannot write \"\(file.path)\": \(error.localizedDescription)")
            }
            Terminal.talk("fixed \(file.path)\n")
        }
    }

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
