internal import Diagnostics
internal import Foundation
internal import KubeTypes
internal import Reports

#if canImport(Glibc)
    internal import Glibc
#endif

/// Results go to standard output, talk to standard error. A closed pipe is no error.
enum Terminal {
    enum Stream { case output, talk }

    static func output(_ text: String) { write(text, to: 1) }

    static func talk(_ text: String) { write(text, to: 2) }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    static func isTerminal(_ stream: Stream) -> Bool { isatty(stream == .output ? 1 : 2) == 1 }

    /// How many lines `text` takes on the terminal, where long lines are wrapped. Colours take no room.
    static func height(of text: some StringProtocol) -> Int {
        var size = winsize()
        guard ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 1 }
        var length = 0
        var isEscape = false
        for scalar in text.unicodeScalars {
            if scalar == "\u{1B}" { isEscape = true }
            if !isEscape { length += 1 }
            if isEscape, scalar == "m" { isEscape = false }
        }
        return max(1, (length + Int(size.ws_col) - 1) / Int(size.ws_col))
    }

    /// Colour only on a terminal, and never against the user's wish (no-color.org).
    static func palette(for stream: Stream) -> Palette {
        let environment = ProcessInfo.processInfo.environment
        if environment["NO_COLOR"]?.isEmpty == false || environment["TERM"] == "dumb" { return .none }
        if environment["CLICOLOR_FORCE"].map({ !$0.isEmpty && $0 != "0" }) == true
            || environment["GITHUB_ACTIONS"] == "true"
        {
            return .ansi
        }
        return isTerminal(stream) ? .ansi : .none
    }

    /// The sign of a good end; in letters on a terminal whose locale is not of UTF-8.
    static let tick: String = {
        let environment = ProcessInfo.processInfo.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        let isPlain = locale.uppercased().replacing("-", with: "").contains("UTF8")
        return isPlain || !isTerminal(.output) ? "✔" : "ok:"
    }()

    /// Says what failed.
    static func fail(_ error: any Error) {
        if let refused = error as? Refused {
            report(refused.findings)
        } else {
            talk("\(palette(for: .talk).error("error")): \(error)\n")
        }
    }

    static func report(_ findings: [Finding]) { talk(textReport(for: .talk).render(findings)) }

    /// Findings with the lines of their files.
    static func textReport(for stream: Stream) -> TextReport {
        TextReport(palette: palette(for: stream), source: source())
    }

    /// The lines of files, as findings quote them.
    static func source() -> TextReport.Source {
        let lines = FileLines()
        return { lines.of($0) }
    }
}

/// The lines of files, each read once: many findings are about one file.
private final class FileLines {
    private var known: [SourceFile: [String]?] = [:]

    func of(_ file: SourceFile) -> [String]? {
        if let lines = known[file] { return lines }
        let lines = FileManager.default.contents(atPath: file.path).map {
            // By bytes: a line end of Windows is one character of Swift.
            $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
        }
        known[file] = .some(lines)
        return lines
    }
}
