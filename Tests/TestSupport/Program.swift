internal import Foundation
internal import Subprocess
internal import SystemPackage

/// How a program ended and what it wrote.
package struct ProgramResult: Sendable {
    package var code: Int32
    package var output: String
    package var talk: String
}

/// Runs a program to its end.
package func run(
    _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
) async throws -> ProgramResult {
    var extra: [Environment.Key: String?] = [:]
    for (key, value) in environment { extra[.init(stringLiteral: key)] = value }
    let result = try await Subprocess.run(
        program.contains("/") ? .path(FilePath(program)) : .name(program), arguments: Arguments(arguments),
        environment: .inherit.updating(extra), workingDirectory: folder.map { FilePath($0) },
        output: .string(limit: 16 << 20), error: .string(limit: 16 << 20))
    guard case .exited(let code) = result.terminationStatus else {
        throw TestFailure("\(program) was ended by a signal")
    }
    return ProgramResult(code: Int32(code), output: result.standardOutput, talk: result.standardError)
}
