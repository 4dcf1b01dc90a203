internal import ArgumentParser

struct CompletionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "completion", abstract: "Print what a shell needs to complete commands.",
        discussion: """
            bash: mainstay completion bash > ~/.local/share/bash-completion/completions/mainstay
            zsh:  mainstay completion zsh > "${fpath[1]}/_mainstay"
            fish: mainstay completion fish > ~/.config/fish/completions/mainstay.fish
            """)

    enum Shell: String, ExpressibleByArgument, CaseIterable { case bash, zsh, fish }

    @Argument(help: "bash, zsh or fish.") var shell: Shell

    func run() {
        let shell: CompletionShell =
            switch shell {
            case .bash: .bash
            case .zsh: .zsh
            case .fish: .fish
            }
        Terminal.output(MainstayCommand.completionScript(for: shell) + "\n")
    }
}
