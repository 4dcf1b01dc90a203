import ArgumentParser
import Foundation
import TestSupport
import Testing
import Tree

@testable import Commands

@Suite("What other repositories include")
struct PackagingTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    private func text(_ path: String) throws -> String {
        try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
    }

    private func documents(_ path: String) throws -> [Node] { try YAMLReader.read(try text(path)).documents }

    @Test("the action uses the inputs that it has, and says what each is")
    func action() throws {
        let action = try #require(try documents("action.yml").first)
        let inputs = try #require(action["inputs"]?.entries)
        #expect(Set(inputs.map(\.key)) == names(after: "inputs.", in: try text("action.yml")))
        for input in inputs { #expect(input.value["description"]?.string?.isEmpty == false, "\(input.key)") }
    }

    @Test("the action's scripts are scripts")
    func scripts() async throws {
        let folder = try TemporaryFolder()
        let steps = try #require(try documents("action.yml").first?.at(["runs", "steps"])?.elements)
        let scripts = steps.compactMap { $0["run"]?.string }
        #expect(scripts.count == 3)
        for script in scripts {
            // What is filled in by GitHub comes through variables: a script that holds it could be made another one.
            #expect(!script.contains("${{"))
            let file = try folder.write(script, to: "step.sh")
            let result = try await run("bash", ["-n", file])
            #expect(result.code == 0, "\(result.talk)")
        }
    }

    @Test("the workflow gives the action inputs that it has")
    func workflow() throws {
        let inputs = try #require(try documents("action.yml").first?["inputs"])
        let workflow = try #require(try documents(".github/workflows/validate.yml").first)
        let steps = workflow.at(["jobs", "validate", "steps"])?.elements ?? []
        let given = steps.first { $0["uses"]?.string == "./mainstay" }?["with"]?.entries ?? []
        #expect(!given.isEmpty)
        for input in given { #expect(inputs[input.key] != nil, "\(input.key)") }
        let own = workflow.at(["on", "workflow_call", "inputs"])?.entries ?? []
        #expect(Set(own.map(\.key)) == names(after: "inputs.", in: try text(".github/workflows/validate.yml")))
    }

    @Test("the component uses the inputs that it has")
    func component() throws {
        let path = "templates/validate/template.yml"
        let all = try documents(path)
        #expect(all.count == 2)
        let inputs = all.first?.at(["spec", "inputs"])?.entries ?? []
        #expect(Set(inputs.map(\.key)) == names(after: "$[[ inputs.", in: try text(path)))
    }

    @Test("hooks call commands that there are")
    func hooks() throws {
        let hooks = try #require(try documents(".pre-commit-hooks.yaml").first?.elements)
        #expect(hooks.compactMap { $0["id"]?.string } == ["mainstay-fmt", "mainstay-lint", "mainstay-validate"])
        let commands = try CommandInfo.read(MainstayCommand._dumpHelp()).all.map(\.call)
        for hook in hooks { #expect(commands.contains(hook["entry"]?.string ?? "")) }
    }

    private func names(after mark: String, in text: String) -> Set<String> {
        Set(
            text.components(separatedBy: mark).dropFirst().map { part in
                String(part.prefix { $0.isLetter || $0 == "-" })
            })
    }
}
