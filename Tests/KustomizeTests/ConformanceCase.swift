import Diagnostics
import FileTree
import Foundation
import Kustomize
import Tree

/// One case of the conformance data: a directory with `fs/`, `meta.json` and what is expected.
struct ConformanceCase {
    enum Outcome: Equatable { case exact, sameDocuments, errorReported, failed(String) }

    let name: String
    private let directory: URL
    private let meta: Node

    /// `KUSTOMIZE_CASES` names another directory of the same form, for experiments.
    static let root = ProcessInfo.processInfo.environment["KUSTOMIZE_CASES"].map { URL(filePath: $0) } ?? standard

    private static let standard = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../shared/data/kustomize/cases").standardizedFileURL

    static var isAvailable: Bool { FileManager.default.fileExists(atPath: root.path) }

    static func all() throws -> [ConformanceCase] {
        let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
        return try names.map { try ConformanceCase($0) }
    }

    init(_ name: String) throws {
        self.name = name
        directory = Self.root.appending(path: name)
        meta = try JSONReader.read([UInt8](Data(contentsOf: directory.appending(path: "meta.json"))))
    }

    func run() throws -> Outcome {
        let expectsError = meta["kind"]?.string == "error"
        let result: BuildResult
        do {
            result = try build(TreePath(meta["root"]?.string ?? ""), in: try files(), options: options)
        } catch let refused as Refused {
            return expectsError ? .errorReported : .failed("refused: \(refused)")
        }
        guard !expectsError else { return .failed("an error was expected") }
        let expected = try [UInt8](Data(contentsOf: directory.appending(path: "expected.yaml")))
        if Array(result.yaml.utf8) == expected { return .exact }
        let wanted = try YAMLReader.read(expected).documents
        let found = try YAMLReader.read(result.yaml).documents
        if found == wanted { return .sameDocuments }
        return .failed("expected:\n\(String(decoding: expected, as: UTF8.self))\nfound:\n\(result.yaml)")
    }

    private var options: BuildOptions {
        let flags = meta["flags"]?.elements.compactMap(\.string) ?? []
        var options = BuildOptions()
        if let index = flags.firstIndex(of: "--reorder") {
            options.reorder = flags[index + 1] == "none" ? .none : .legacy
        }
        if flags.contains("LoadRestrictionsNone") { options.loadRestrictor = .none }
        return options
    }

    private func files() throws -> MemoryFileTree {
        var tree = MemoryFileTree()
        let base = directory.appending(path: "fs")
        guard let paths = FileManager.default.enumerator(atPath: base.path) else { return tree }
        for case let path as String in paths {
            guard let data = try? Data(contentsOf: base.appending(path: path)) else { continue }
            tree.write([UInt8](data), to: TreePath(path))
        }
        return tree
    }
}
