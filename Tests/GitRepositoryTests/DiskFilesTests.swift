import FileTree
import Foundation
import TestSupport
import Testing

@testable import GitRepository

@Suite("Files on disk")
struct DiskFilesTests {
    @Test("a folder is a tree")
    func tree() throws {
        let folder = try TemporaryFolder()
        try folder.write("1", to: "tree/base/a.yaml")
        try folder.write("2", to: "outside.yaml")
        try folder.link("tree/link", to: "base")
        let files = DiskFiles(folder.path + "/tree")
        #expect(try files.names(in: .root) == ["base", "link"])
        #expect(try files.read(TreePath("link/a.yaml")) == Array("1".utf8))
        #expect(try files.resolvingLinks(TreePath("link/a.yaml")) == TreePath("base/a.yaml"))
        #expect(try files.resolvingLinks(TreePath("../outside.yaml")) == TreePath("../outside.yaml"))
        #expect(try files.read(TreePath("../outside.yaml")) == Array("2".utf8))
        #expect(files.entry(at: TreePath("base")) == .directory)
        #expect(throws: FileTreeError(.notFound, TreePath("none"))) { try files.read(TreePath("none")) }
        #expect(throws: FileTreeError(.notAFile, TreePath("base"))) { try files.read(TreePath("base")) }
        #expect(throws: FileTreeError(.notADirectory, TreePath("base/a.yaml"))) {
            try files.names(in: TreePath("base/a.yaml"))
        }
    }

    @Test(
        "a reference is followed from its directory, through links and out of the tree",
        arguments: [
            ("a.yaml", "base", "base/a.yaml", EntryKind.file), ("../base", "base", "base", .directory),
            (".", "base", "base", .directory), ("..", "base", "", .directory), ("../..", "base", "..", .directory),
            ("../link/a.yaml", "base", "base/a.yaml", .file), ("../link", "base", "base", .directory),
            ("../../outside.yaml", "base", "../outside.yaml", .file), ("../out.yaml", "base", "../outside.yaml", .file),
            ("none/../a.yaml", "base", "base/a.yaml", .file), ("tree/base/a.yaml", "..", "base/a.yaml", .file),
        ])
    func find(reference: String, directory: String, path: String, kind: EntryKind) throws {
        let folder = try TemporaryFolder()
        try folder.write("1", to: "tree/base/a.yaml")
        try folder.write("2", to: "outside.yaml")
        try folder.link("tree/link", to: "base")
        try folder.link("tree/out.yaml", to: "../outside.yaml")
        let found = try DiskFiles(folder.path + "/tree").find(reference, from: TreePath(directory))
        #expect(found.path == TreePath(path))
        #expect(found.kind == kind)
    }

    @Test("a link that leads nowhere, or in a circle, is not found", arguments: ["dangling", "circle", "none", "a/b"])
    func nowhere(reference: String) throws {
        let folder = try TemporaryFolder()
        try folder.write("1", to: "a")
        try folder.link("dangling", to: "nowhere")
        try folder.link("circle", to: "circle")
        #expect(throws: FileTreeError.self) { try DiskFiles(folder.path).find(reference, from: .root) }
    }

    @Test("a file above the limit is not read")
    func limit() throws {
        let folder = try TemporaryFolder()
        try folder.write("12345", to: "a")
        #expect(try DiskFiles(folder.path, sizeLimit: 5).read(TreePath("a")).count == 5)
        do {
            _ = try DiskFiles(folder.path, sizeLimit: 4).read(TreePath("a"))
            Issue.record("expected an error")
        } catch {
            #expect(error.code == .tooLarge)
        }
    }
}
