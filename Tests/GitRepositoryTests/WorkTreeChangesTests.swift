import Foundation
import TestSupport
import Testing

@testable import GitRepository

@Suite("Changes of a working tree")
struct WorkTreeChangesTests {
    @Test("what was committed, saved and made since a branch was left is a change; what the other gained is none")
    func changes() async throws {
        let copy = try await WorkingCopy()
        _ = try await copy.commit(["a.yaml": "1\n2\n3\n4\n", "apps/b.yaml": "x\n", "gone.yaml": "x\n", "same": "x"])
        try await copy.git("branch", "base")
        _ = try await copy.commit(["a.yaml": "1\n2\nnew\nnew\n3\n4\n"])
        try write("y\n", "apps/b.yaml", in: copy)
        try write("z\n", "apps/ö \"odd\".yaml", in: copy)
        try FileManager.default.removeItem(atPath: copy.path + "/gone.yaml")
        try await copy.git("checkout", "-q", "-b", "work")
        let changes = try await WorkTreeChanges(since: "base", in: copy.path)
        #expect(changes.lines["a.yaml"] == [3...4])
        #expect(changes.lines["apps/b.yaml"] == [1...1])
        #expect(changes.lines["gone.yaml"] == [])
        #expect(changes.lines["apps/ö \"odd\".yaml"]?.count == 1)
        #expect(changes.lines.count == 4)
        let below = try await WorkTreeChanges(since: "base", in: copy.path + "/apps")
        #expect(Set(below.lines.keys) == ["../a.yaml", "b.yaml", "../gone.yaml", "ö \"odd\".yaml"])
    }

    private func write(_ text: String, _ path: String, in copy: WorkingCopy) throws {
        try Data(text.utf8).write(to: URL(filePath: copy.path + "/" + path))
    }

    @Test("a reference that is none, and a folder without a repository, are refused")
    func refused() async throws {
        let copy = try await WorkingCopy()
        _ = try await copy.commit(["a": "1"])
        for name in ["none", "", "--output=x"] {
            await #expect(throws: GitError.self) { try await WorkTreeChanges(since: name, in: copy.path) }
        }
        let empty = try TemporaryFolder()
        await #expect(throws: GitError.self) { try await WorkTreeChanges(since: "HEAD", in: empty.path) }
    }

    @Test("lines that look like headers are lines")
    func hunks() {
        let diff = """
            diff --git a/a b/a
            index 1..2 100644
            --- a/a
            +++ b/a
            @@ -1,2 +1,2 @@
            --- a/x
            -y
            +++ b/z
            +@@ -9 +9 @@
            diff --git a/mode b/mode
            old mode 100644
            new mode 100755

            """
        let changes = WorkTreeChanges(diff: diff, new: [])
        #expect(changes.lines == ["a": [1...2], "mode": []])
    }
}
