import FileTree
import Testing

@testable import Kustomize

@Suite("References to other repositories")
struct RemoteBaseTests {
    @Test(
        "repository, revision and path",
        arguments: [
            (
                "https://example.com/org/repo//deploy/base?ref=v1.2", "https://example.com/org/repo", "v1.2",
                "deploy/base"
            ),
            ("https://example.com/org/repo.git//base?ref=main", "https://example.com/org/repo.git", "main", "base"),
            ("https://example.com/org/repo.git/base/", "https://example.com/org/repo.git", "", "base"),
            ("https://example.com/org/repo/base?timeout=90&ref=a", "https://example.com/org/repo", "a", "base"),
            ("https://example.com/org/repo?version=b", "https://example.com/org/repo", "b", ""),
            ("https://example.com/org/repo?version=b&ref=c", "https://example.com/org/repo", "c", ""),
            ("https://example.com/group/sub/repo//x", "https://example.com/group/sub/repo", "", "x"),
            (
                "github.com/org/repo/config/default?ref=v0.1.0", "https://github.com/org/repo", "v0.1.0",
                "config/default"
            ),
            ("github.com/org/repo", "https://github.com/org/repo", "", ""),
            ("gh:org/repo//x", "https://github.com/org/repo", "", "x"),
            ("git@example.com:org/repo//x?ref=y", "git@example.com:org/repo", "y", "x"),
            ("git@example.com:org/repo.git", "git@example.com:org/repo.git", "", ""),
            ("git::git@example.com:org/repo.git//x", "git@example.com:org/repo.git", "", "x"),
            ("ssh://git@example.com:2222/org/repo//x", "ssh://git@example.com:2222/org/repo", "", "x"),
            ("git::https://example.com/org/repo", "https://example.com/org/repo", "", ""),
            (
                "https://dev.azure.com/org/project/_git/repo/base?ref=1",
                "https://dev.azure.com/org/project/_git/repo", "1", "base"
            ),
            ("file:///srv/repo//base?ref=main", "file:///srv/repo", "main", "base"),
            ("file:///srv/repo.git/base", "file:///srv/repo.git", "", "base"),
            ("file:///srv/repo", "file:///srv/repo", "", ""),
        ])
    func parts(reference: String, repository: String, revision: String, path: String) {
        let base = RemoteBase(reference)
        #expect(base?.source.repository == repository)
        #expect(base?.source.revision == revision)
        #expect(base?.path == path)
    }

    @Test(
        "what is no remote reference",
        arguments: [
            "", "base", "../base", "./a@b/c:d", "https://example.com", "https://example.com/org", "a/b@c:d", "@x:y",
            "github.com/org", "C:/x", "file://",
            "https://example.com/org/repo/main/a.yaml",
        ])
    func local(reference: String) { #expect(RemoteBase(reference) == nil) }

    @Test("one repository at one revision has one place")
    func mountPoint() {
        let one = RemoteBase("https://example.com/org/repo//a?ref=feature/x")
        let two = RemoteBase("https://example.com/org/repo/b?ref=feature/x")
        #expect(one?.mountPoint == two?.mountPoint)
        #expect(one?.mountPoint.text == "https/example.com/org/repo@feature_x")
    }
}
