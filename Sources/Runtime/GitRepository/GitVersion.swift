/// What `git --version` says; nil where there is no git.
package func gitVersion() async -> String? { try? await GitProcess().text(["--version"]) }
