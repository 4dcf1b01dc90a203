import Testing

@testable import FileTree

@Suite struct TreePathTests {
    @Test(
        "paths are normalised",
        arguments: [
            ("a//b/./c", "a/b/c"), ("a/../b", "b"), ("./", ""), ("../x", "../x"), ("a/../../x", "../x"),
            ("/etc", "etc"), ("a/b/", "a/b"), ("..", ".."), ("a/..", ""), (".a/..b/...", ".a/..b/..."), ("a/.", "a"),
            ("", ""), ("../../a/..", "../.."),
        ])
    func normalised(text: String, expected: String) {
        #expect(TreePath(text).text == expected)
    }

    @Test("a reference is resolved against its directory")
    func appending() {
        #expect(TreePath("overlays/prod").appending("../../base").text == "base")
        #expect(TreePath.root.appending("base").text == "base")
        #expect(TreePath("../base").appending("a.yaml").text == "../base/a.yaml")
        #expect(TreePath("base").appending("").text == "base")
        #expect(TreePath("base").appending("../..").leavesRoot)
    }

    @Test("only what lies below a directory is inside it")
    func inside() {
        #expect(TreePath("a/b").isInside(TreePath("a")))
        #expect(!TreePath("ab").isInside(TreePath("a")))
        #expect(TreePath("a").isInside(.root))
        #expect(!TreePath("../a").isInside(.root))
    }
}
