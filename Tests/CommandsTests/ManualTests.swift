import ArgumentParser
import Foundation
import Testing

@testable import Commands

@Suite("Manual and completions")
struct ManualTests {
    @Test("every command that is shown has its part in the manual")
    func commands() throws {
        let info = try CommandInfo.read(MainstayCommand._dumpHelp())
        let page = ManualPage.text(of: info, version: "1")
        for command in info.all.dropFirst() where command.subcommands == nil {
            #expect(page.contains(".SS \"\(ManualPage.escaped(command.call))\"\n"), "\(command.call)")
            #expect(command.abstract?.isEmpty == false, "\(command.call)")
        }
        #expect(!page.contains("\n\n") && page.unicodeScalars.allSatisfy(\.isASCII))
    }

    @Test(
        "signs of the language are escaped",
        arguments: [("-a\\b", "\\-a\\eb"), (".x", "\\&.x"), ("it's", "it\\(aqs"), ("…", "\\[u2026]")])
    func escapes(_ text: String, _ escaped: String) { #expect(ManualPage.escaped(text) == escaped) }

    @Test("every exit status is in the table, once")
    func exitCodes() {
        let codes = ExitCodes.all.map(\.code)
        #expect(Set(codes).count == codes.count)
        #expect(Set(ExitStatus.allCases.map(\.rawValue)).isSubset(of: codes))
    }

    @Test("codes are completed, ours first, those of others once a letter is there")
    func codes() {
        #expect(CodeCompletion.codes(startingWith: "").allSatisfy { $0.hasPrefix("MST") })
        #expect(CodeCompletion.codes(startingWith: "mst0201") == ["MST0201"])
        #expect(CodeCompletion.codes(startingWith: "IST010").contains("IST0101"))
        #expect(CodeCompletion.codes(startingWith: "x").isEmpty)
    }

    @Test(
        "the origin's address loses its password",
        arguments: [
            ("https://u:p@github.com/a/b.git", "https://github.com/a/b.git", "github"),
            ("git@gitlab.com:a/b.git", "git@gitlab.com:a/b.git", "gitlab"),
            ("https://git.example.com/gitlab/b", "https://git.example.com/gitlab/b", "github"),
        ])
    func origin(_ address: String, _ wanted: String, _ ci: String) {
        let text = "[remote \"other\"]\n\turl = x\n[remote \"origin\"]\n\turl = \(address)\n"
        let found = GitOrigin.address(inSettings: text)
        #expect(found == wanted)
        #expect(GitOrigin.ci(of: found).rawValue == ci)
    }
}
