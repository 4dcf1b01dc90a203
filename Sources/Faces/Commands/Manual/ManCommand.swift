internal import ArgumentParser

struct ManCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "Print the manual page.",
        discussion: "mainstay man | man -l -\nmainstay man > /usr/local/share/man/man1/mainstay.1")

    func run() throws {
        let info = try CommandInfo.read(MainstayCommand._dumpHelp())
        Terminal.output(ManualPage.text(of: info, version: Version.number))
    }
}
