internal import ArgumentParser
internal import Diagnostics
internal import Foundation
internal import Policy
internal import RE2
internal import Rego
internal import Reports

struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Run the tests of policies, as opa test does.",
        discussion: """
            A test is a rule named test_…; it passes when it is true. One named todo_test_… is skipped. JSON and YAML \
            files beside the policies are their data. Exits 1 when a test fails, or when one is skipped and \
            --exit-zero-on-skipped is not given; 2 when the policies cannot be compiled.
            """)

    @Argument(help: "Folders and files of policies, tests and data.") var paths: [String] = ["."]

    @Flag(name: .shortAndLong, help: "Passed tests, too, and all that print says.") var verbose = false

    @Option(
        name: [.customShort("r"), .customLong("run")], help: "Only tests whose whole name (data.istio.test_x) matches.")
    var filter: String?

    @Flag(name: .shortAndLong, help: "Which lines of the policies the tests reach.") var coverage = false

    @Option(name: .shortAndLong, help: "Exit 1 when fewer lines are covered, in percent; implies --coverage.")
    var threshold: Double?

    @Option(name: [.customShort("o"), .long, .customLong("format")], help: "text, json or junit.")
    var output: Format = .text

    @Flag(name: [.customShort("z"), .long], help: "Skipped tests do not change the exit code.")
    var exitZeroOnSkipped = false

    @Option(help: "How many steps a test may take before it is stopped.")
    var timeoutSteps = Limits.standard.steps

    @Flag(help: "Read as OPA before 1.0 does.") var v0 = false

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, junit

        init?(argument: String) { self.init(rawValue: argument == "pretty" ? "text" : argument) }
    }

    func validate() throws {
        if timeoutSteps < 1 { throw ValidationError("--timeout-steps takes a number above 0, found \(timeoutSteps)") }
        if let threshold, !(0...100).contains(threshold) {
            throw ValidationError("--threshold takes a number from 0 to 100, found \(threshold)")
        }
    }

    func run() throws {
        var files = PolicyFiles()
        for path in paths { files.add(WorkingDirectory.path(path), in: WorkingDirectory.files) }
        let run = try PolicyTestRun(PolicySet(files, syntax: v0 ? .v0 : .detected), options: try options())
        if run.results.isEmpty { Terminal.talk("no tests: none of the policies has a rule named test_…\n") }
        show(run)
        var isPassed = run.results.allSatisfy { result in
            if case .skipped = result.outcome { return exitZeroOnSkipped }
            return result.isPassed
        }
        if let threshold, let words = PolicyCoverageReport.shortfall(run.coverage, threshold: threshold) {
            Terminal.talk(words + "\n")
            isPassed = false
        }
        if !isPassed { throw ExitStatus.no }
    }

    private func show(_ run: PolicyTestRun) {
        let isCovered = coverage || threshold != nil
        switch output {
        case .text:
            let text = PolicyTestText(palette: Terminal.palette(for: .output), isVerbose: verbose)
            Terminal.output(text.render(run.results))
            if isCovered { Terminal.output("\n" + PolicyCoverageReport.table(run.coverage)) }
        case .json where isCovered:
            Terminal.output(PolicyCoverageReport.json(run.coverage))
            let failed = run.results.filter { !$0.isPassed }
            let text = PolicyTestText(palette: Terminal.palette(for: .talk), isVerbose: false)
            if !failed.isEmpty { Terminal.talk(text.render(failed)) }
        case .json: Terminal.output(PolicyTestJSON.text(run.results))
        case .junit:
            Terminal.output(PolicyTestJUnit.text(run.results))
            if isCovered { Terminal.talk(PolicyCoverageReport.table(run.coverage)) }
        }
    }

    private func options() throws -> PolicyTestOptions {
        var surroundings = Surroundings.machine
        surroundings.limits.steps = timeoutSteps
        var options = PolicyTestOptions(surroundings) { Int64(DispatchTime.now().uptimeNanoseconds) }
        if let filter {
            do throws(RegularExpression.Mistake) {
                options.filter = try RegularExpression(filter)
            } catch {
                throw ValidationError("--run takes a regular expression: \(error.message)")
            }
        }
        return options
    }
}
