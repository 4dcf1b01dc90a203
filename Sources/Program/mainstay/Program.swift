import Commands

#if canImport(Glibc)
    import Glibc
#endif

@main
struct Program {
    static func main() async {
        // A reader that goes away ends our writing, not the program.
        signal(SIGPIPE, SIG_IGN)
        exit(await MainstayCommand.run(Array(CommandLine.arguments.dropFirst())))
    }
}
