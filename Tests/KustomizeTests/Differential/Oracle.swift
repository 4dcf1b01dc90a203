import Foundation
import Synchronization

/// Kustomize itself, as it comes with kubectl.
struct Oracle {
    enum Answer: Equatable {
        case yaml(String)
        case refused(String)
        /// It took too long, or broke down.
        case none(String)
    }

    private let program: URL

    /// Nil when there is no kubectl.
    init?() {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let found = path.split(separator: ":").map { "\($0)/kubectl" }.first {
            FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let found else { return nil }
        program = URL(filePath: found)
    }

    /// Builds the scenario in a directory of its own that is gone afterwards.
    func answer(_ scenario: Scenario, limit: TimeInterval = 20) throws -> Answer {
        let directory = FileManager.default.temporaryDirectory.appending(path: "differential-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let files = directory.appending(path: "files")
        try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
        try scenario.write(to: files)
        let (output, errors) = (directory.appending(path: "output"), directory.appending(path: "errors"))
        for url in [output, errors] { try Data().write(to: url) }
        let process = Process()
        process.executableURL = program
        process.arguments = ["kustomize", files.appending(path: scenario.root).path]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        guard ended.wait(timeout: .now() + limit) == .success else {
            process.terminate()
            return .none("no answer in \(limit) seconds")
        }
        let message = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
        if message.contains("goroutine ") { return .none("a panic: \(message.prefix(400))") }
        guard process.terminationStatus == 0 else { return .refused(message) }
        return .yaml(String(decoding: try Data(contentsOf: output), as: UTF8.self))
    }
}
