internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import Parallel
internal import Policy
internal import Rego
internal import Tree

struct PolicyEvalCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "eval", abstract: "Answer a query, as opa eval does.",
        discussion: """
            mainstay policy eval -d policy -i object.yaml 'data.main.deny'
            Exits 2 when there is no answer because of an error, and else 0, unless --fail or --fail-defined ask for more.
            """)

    @Argument(help: "The query: expressions with \";\" between them.") var query: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Policies and documents: files, and folders with all below them. What follows \"a.b:\" lies at data.a.b.",
            valueName: "path"))
    var data: [String] = []

    @Option(name: .shortAndLong, help: "The input, JSON or YAML; - is standard input.") var input: String?

    @Flag(name: [.customShort("I"), .long], help: "The input comes from standard input.") var stdinInput = false

    @Option(name: .shortAndLong, help: "json, pretty, values, raw or bindings.") var format: QueryFormat = .json

    @Option(help: "The package whose names the query may use alone.") var package = ""

    @Option(name: .customLong("import"), help: "A path whose last name the query may use alone.")
    var imports: [String] = []

    @Flag(help: "A built-in function that fails ends the evaluation.") var strictBuiltinErrors = false

    @Flag(name: [.customShort("S"), .long], help: "OPA's strict mode: unused imports and variables are errors, too.")
    var strict = false

    @Flag(name: [.customLong("v0"), .customLong("v0-compatible")], help: "Policies and query are Rego before OPA 1.0.")
    var isOlder = false

    @Flag(help: "Exit 1 when the query is undefined.") var fail = false

    @Flag(help: "Exit 1 when the query is defined.") var failDefined = false

    @Flag(help: "Answer cases from standard input, one JSON object a line, each with a line of JSON.") var batch = false

    func validate() throws {
        if batch ? query != nil : query == nil {
            throw ValidationError(batch ? "with --batch the queries come from the cases" : "expected a query")
        }
    }

    func run() throws {
        if batch { return PolicyBatch.run() }
        let outcome = onDeepStack { self.outcome }
        for line in outcome.printed { Terminal.talk("\(line.text)\n") }
        guard outcome.errors.isEmpty else {
            if format == .json {
                Terminal.output(QueryReport.json(outcome.errors))
            } else {
                Terminal.talk(QueryReport.text(outcome.errors))
            }
            throw ExitStatus.failed
        }
        Terminal.output(outcome.text)
        if outcome.isDefined ? failDefined : fail { throw ExitStatus.no }
    }

    private struct Outcome {
        var text = ""
        var isDefined = false
        var errors: [QueryError] = []
        var printed: [PrintedLine] = []
    }

    private var outcome: Outcome {
        var options = CompileOptions()
        options.isStrict = strict
        var files = PolicyFiles()
        for argument in data {
            let (prefix, path) = DataArgument.parts(argument)
            files.add(WorkingDirectory.path(path), in: WorkingDirectory.files, below: prefix)
        }
        let set = PolicySet(files, syntax: isOlder ? .v0 : .v1, options: options)
        guard let program = set.program else { return Outcome(errors: set.queryErrors) }
        let surroundings = Surroundings.machine
        let context = surroundings.context
        do {
            let document = try InputDocument.read(stdinInput ? "-" : input)
            let question = PolicyQuery(query ?? "", version: isOlder ? .v0 : .v1, package: package, imports: imports)
            let results = try question.answer(
                program, input: document, context: context, isStrict: strictBuiltinErrors)
            return Outcome(
                text: QueryReport.text(results, as: format), isDefined: !results.isEmpty, printed: context.printed)
        } catch let errors as RegoErrors {
            return Outcome(errors: errors.all.map { QueryError($0) }, printed: context.printed)
        } catch let refused as Refused {
            return Outcome(errors: refused.findings.map { QueryError($0) })
        } catch {
            return Outcome(errors: [QueryError(Finding(.policyFile, "\(error)", at: .unknown))])
        }
    }
}

extension QueryFormat: ExpressibleByArgument {}

/// What `--data` names: a path, which may have a place in `data` before it: `team.roles:files/roles.json`.
enum DataArgument {
    static func parts(_ argument: String) -> (prefix: [String], path: String) {
        guard let colon = argument.firstIndex(of: ":"), colon != argument.startIndex else { return ([], argument) }
        let names = argument[..<colon].split(separator: ".").map(String.init)
        return (names, String(argument[argument.index(after: colon)...]))
    }
}
