import Foundation

/// The program, built beside the tests.
enum BuiltProgram {
    static let path = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "mainstay")
        .path
    static let isThere = FileManager.default.isExecutableFile(atPath: path)
}
