internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import Policy
internal import Rego
internal import Tree

/// The document that policies see as `input`.
enum InputDocument {
    /// - Parameter name: A file, JSON or YAML; `-` is standard input.
    /// - Returns: nil where there is none.
    static func read(_ name: String?) throws -> RegoValue? {
        guard let name else { return nil }
        let bytes = try name == "-" ? StandardInput.all() : WorkingDirectory.files.read(WorkingDirectory.path(name))
        let file = SourceFile(name == "-" ? "standard input" : name)
        let isYAML = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
        if !isYAML {
            do throws(DocumentMistake) {
                return try RegoValue(json: bytes)
            } catch {
                // JSON keeps every digit of numbers; what is none may still be YAML.
                guard !name.hasSuffix(".json") else {
                    throw Refused(
                        Finding(
                            .policyFile, "this is no JSON: \(error.message)",
                            at: Place(file: file, line: error.line, column: error.column)))
                }
            }
        }
        let documents = try YAMLReader.read(bytes, file: file).documents
        guard documents.count <= 1 else {
            throw Refused(
                Finding(
                    .policyFile, "an input is one document, found \(documents.count)", at: documents[1].place,
                    hint: "mainstay policy check reads files with many"))
        }
        return documents.first.map { RegoValue($0) }
    }
}

enum StandardInput {
    /// - Throws: when there is more than `limit` bytes.
    static func all(limit: Int = 1 << 30) throws -> [UInt8] {
        let data = try FileHandle.standardInput.read(upToCount: limit + 1) ?? Data()
        guard data.count <= limit else { throw CommandError("standard input has more than \(limit) bytes") }
        return Array(data)
    }
}
