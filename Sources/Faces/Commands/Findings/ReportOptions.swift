internal import ArgumentParser
internal import Diagnostics
internal import Reports
internal import Validation

/// How findings are told, alike in all commands that look for them.
struct ReportOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("How findings are printed: \(ReportFormat.names).", valueName: "format"),
        transform: ReportFormat.named)
    var output: ReportFormat = .text

    @Option(
        help: ArgumentHelp("Write a report to a file, too; may be given several times.", valueName: "format=file"),
        transform: ReportFile.init(argument:))
    var report: [ReportFile] = []

    @Option(help: "What makes the exit code 1: error, warning or never. Without it, an error does.")
    var failOn: FailureLimit?
}

extension FailureLimit: ExpressibleByArgument {
    /// Nil where no finding is a failure.
    var severity: Severity? {
        switch self {
        case .warning: .warning
        case .error: .error
        case .never: nil
        }
    }
}

/// A report that goes to a file.
struct ReportFile {
    var format: ReportFormat
    var path: String

    init(format: ReportFormat, path: String) { (self.format, self.path) = (format, path) }

    /// - Parameter argument: `FORMAT=FILE`.
    init(argument: String) throws {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        format = try ReportFormat.named(String(parts[0]))
        guard parts.count == 2, !parts[1].isEmpty else {
            throw ValidationError("expected a format and a file, as in \(format.rawValue)=FILE")
        }
        path = String(parts[1])
    }
}

extension ReportFormat {
    static let names = allCases.map(\.rawValue).joined(separator: ", ")

    static func named(_ name: String) throws -> ReportFormat {
        if let format = ReportFormat(rawValue: name) { return format }
        let near = nearestName(to: name, among: allCases.map(\.rawValue)).map { "; did you mean \"\($0)\"?" } ?? ""
        throw ValidationError("there is no format \"\(name)\"\(near); there are \(names)")
    }
}
