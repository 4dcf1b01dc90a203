internal import Foundation

/// The folder in which an embedded cluster keeps its data: readable by its owner only, since Secrets lie there.
struct StateFolder {
    let path: String

    var database: String { path + "/cluster.db" }
    var kubeconfig: String { path + "/kubeconfig" }

    /// - Parameter path: nil for the user's own (XDG base directory specification).
    init(_ path: String?) throws {
        let environment = ProcessInfo.processInfo.environment
        let base = environment["XDG_STATE_HOME"] ?? environment["HOME"].map { "\($0)/.local/state" } ?? "."
        self.path = URL(fileURLWithPath: path ?? "\(base)/mainstay").standardizedFileURL.path
        do {
            try FileManager.default.createDirectory(
                atPath: self.path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw CommandError("cannot make the state directory \"\(self.path)\": \(error.localizedDescription)")
        }
    }
}
