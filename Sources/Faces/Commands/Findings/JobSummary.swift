internal import Foundation

/// The page that GitHub Actions shows for a job.
enum JobSummary {
    /// GitHub takes no more from a step.
    private static let limit = 1 << 20

    /// Adds a text to it, where this is a job of GitHub Actions.
    ///
    /// - Parameter text: Made for the bytes that are left.
    /// - Returns: Why it could not be written; nil when it was, or there is none.
    static func append(_ text: (Int) -> String) -> String? {
        let environment = ProcessInfo.processInfo.environment
        guard environment["GITHUB_ACTIONS"] == "true", let path = environment["GITHUB_STEP_SUMMARY"], !path.isEmpty
        else { return nil }
        do {
            if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(fileURLWithPath: path)) }
            let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
            let present = try file.seekToEnd()
            try file.write(contentsOf: Data(text(max(0, limit - Int(clamping: present))).utf8))
            try file.close()
            return nil
        } catch {
            return "cannot write the summary of the job, \"\(path)\": \(error.localizedDescription)"
        }
    }
}
