internal import ArgumentParser
internal import Diagnostics

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a code means, or what a field may hold.",
        discussion: """
            mainstay explain MST0201
            mainstay explain IST0101
            mainstay explain VirtualService.spec.http.retries
            """)

    @Argument(
        help: "A code of Mainstay, Istio, Kiali or OPA, or a kind with a path of fields.",
        completion: CodeCompletion.one)
    var subject: String

    func run() throws {
        if let pages = pages { return Terminal.output(pages.joined(separator: "\n")) }
        if let text = try FieldExplanation(subject)?.text { return Terminal.output(text) }
        let names = FindingPages.all.map(\.code) + FieldExplanation.kinds
        let near = nearestName(to: subject, among: names).map { "; did you mean \"\($0)\"?" } ?? ""
        throw CommandError("there is no code and no kind \"\(subject)\"\(near)")
    }

    /// The pages of a code; several where another tool has one code for what Mainstay tells apart. Nil for no code.
    private var pages: [String]? {
        let code = subject.uppercased()
        if let page = FindingPages.all.first(where: { $0.code == code }) { return [text(page)] }
        let pages = FindingPages.all.filter { $0.aliases.contains { $0.uppercased() == code } }
        if pages.isEmpty { return ClusterCodes.page(code).map { [$0] } }
        guard pages.count > 3 else { return pages.map(text) }
        let list = pages.map { "  \($0.page.prefix { $0 != "\n" }.dropFirst(2))\n" }.joined()
        return [
            "Mainstay tells apart what \(code) covers:\n\n\(list)\nmainstay explain CODE says more about one of them.\n"
        ]
    }

    private func text(_ page: (code: String, aliases: [String], page: String)) -> String {
        let same = page.aliases.isEmpty ? "" : "\nSame as: \(page.aliases.joined(separator: ", "))\n"
        return page.page + "\n" + same
    }
}
