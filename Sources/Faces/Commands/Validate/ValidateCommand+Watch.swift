internal import GitRepository
internal import Reports
internal import Synchronization
internal import Validation

extension ValidateCommand {
    /// Checks now and after each burst of changes. What is wrong with the settings meanwhile is said, and the next save
    /// counts again.
    func watchFiles() async throws {
        let trail = GateTrail()
        let folders = Mutex<[String]>([])
        func look() async {
            do {
                let settings = try SettingsFile.settings(options.settings, beside: paths.first)
                let gate = try await options.gate(paths, settings, policyOptions)
                let result = try await gate.run(again: trail)
                try FindingOutput(reports, CheckedRun(result, changes: gate.changes), settings: settings).finish()
            } catch  where error is ExitStatus {} catch { Terminal.fail(error) }
            trail.learn()
            let found = trail.folders
            folders.withLock { $0 = found }
        }
        trail.notice()
        await look()
        let watch = try FolderWatch { folders.withLock { $0 } }
        Terminal.talk("watching \(trail.folders.count) folders; Ctrl-C ends it\n")
        for await _ in watch.changes {
            trail.notice()
            if !trail.changed.isEmpty { await look() }
        }
    }
}
