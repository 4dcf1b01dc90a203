import APIServer
import Foundation
import TestSupport
import Testing
import Tree

@Suite(
    "The program as people run it", .enabled(if: BuiltProgram.isThere, "the program is not built"),
    .timeLimit(.minutes(1)))
struct ProgramTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func mainstay(_ arguments: String...) async throws -> ProgramResult {
        let environment = ["HOME": folder.path, "KUBECONFIG": "", "XDG_STATE_HOME": folder.path + "/state"]
        return try await run(BuiltProgram.path, arguments, in: folder.path, environment: environment)
    }

    @Test(
        "an unknown flag or command is a wrong use",
        arguments: [["build", "--none"], ["none"], ["up", "--port", "x"]])
    func wrongUse(arguments: [String]) async throws {
        let result = try await run(BuiltProgram.path, arguments, in: folder.path)
        #expect(result.code == 64)
        #expect(result.output.isEmpty)
        #expect(result.talk.contains("Usage:"))
    }

    @Test("help and the version are results")
    func help() async throws {
        let help = try await mainstay("--help")
        #expect(help.code == 0 && help.output.contains("SUBCOMMANDS") && help.talk.isEmpty)
        let version = try await mainstay("version", "-o", "json")
        #expect(version.code == 0)
        #expect(try JSONReader.read(version.output)["version"]?.string?.isEmpty == false)
    }

    @Test("a build writes what it renders, and says what is wrong")
    func build() async throws {
        try folder.write("resources: [map.yaml]\n", to: "good/kustomization.yaml")
        try folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n", to: "good/map.yaml")
        try folder.write("resources: [none.yaml]\n", to: "bad/kustomization.yaml")
        let good = try await mainstay("build", "good")
        #expect(good.code == 0)
        #expect(good.output == "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n")
        #expect(good.talk.isEmpty)
        let absolute = try await mainstay("build", folder.path + "/good", "-o", "out.yaml")
        #expect(absolute.code == 0 && absolute.output.isEmpty)
        #expect(try String(contentsOfFile: folder.path + "/out.yaml", encoding: .utf8) == good.output)
        try folder.write("resources: [../good]\nnamespace: prod\n", to: "over/kustomization.yaml")
        let origins = try await mainstay("build", "over", "--origins")
        #expect(origins.code == 0)
        #expect(
            origins.output
                == "ConfigMap/prod/a  good/map.yaml:1\n  metadata.namespace  over/kustomization.yaml:2\n")
        let bad = try await mainstay("build", "bad")
        #expect(bad.code == 2 && bad.output.isEmpty)
        #expect(bad.talk.contains("none.yaml"))
        let missing = try await mainstay("build", "none")
        #expect(missing.code == 2 && missing.output.isEmpty)
        #expect(missing.talk.contains("\"none\" is not a directory"))
    }

    @Test("a kustomization comes from standard input")
    func piped() async throws {
        try folder.write("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n", to: "map.yaml")
        try folder.write("resources: [none.yaml]\n", to: "kustomization.yml")
        try folder.write("resources: [map.yaml]\nnamePrefix: x-\n", to: "text")
        let result = try await run("sh", ["-c", "'\(BuiltProgram.path)' build - < text"], in: folder.path)
        #expect(result.output == "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: x-a\n", "\(result.talk)")
        let empty = try await run("sh", ["-c", "'\(BuiltProgram.path)' build - < /dev/null"], in: folder.path)
        #expect(empty.code == 2 && empty.talk.contains("standard input is empty"))
    }

    @Test("a kubeconfig that is none is named")
    func kubeconfig() async throws {
        try folder.write("kind: [", to: "garbage")
        for (file, expected) in [("garbage", "garbage"), ("none", "does not exist")] {
            let result = try await mainstay("get", "vs", "--kubeconfig", file)
            #expect(result.code == 2 && result.output.isEmpty)
            #expect(result.talk.contains(expected), "\(result.talk)")
        }
        let none = try await mainstay("get", "vs")
        #expect(none.code == 2)
        #expect(none.talk.contains("mainstay up"))
    }

    @Test("up says why it cannot run")
    func upFailures() async throws {
        let noRepository = try await mainstay("up", ".", "--memory", "--port", "0")
        #expect(noRepository.code == 2)
        #expect(noRepository.talk.contains("not a Git repository"), "\(noRepository.talk)")
        let cluster = try await Cluster()
        let inUse = try await mainstay("up", "--memory", "--port", "\(cluster.address.port)")
        #expect(inUse.code == 2)
        #expect(inUse.talk.contains("port \(cluster.address.port) is in use"), "\(inUse.talk)")
        try folder.write("no database, but text that is long enough for a header", to: "damaged/cluster.db")
        let damaged = try await mainstay("up", "--port", "0", "--state", "damaged")
        #expect(damaged.code == 2)
        #expect(damaged.talk.contains("damaged"), "\(damaged.talk)")
    }

    @Test("a cluster serves the other commands, rests when nothing happens, and ends when asked")
    func up() async throws {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["up", "--memory", "--port", "0", "--state", "state"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        defer { process.terminate() }
        let config = folder.path + "/state/kubeconfig"
        try await eventually("the cluster is ready", holds: { FileManager.default.fileExists(atPath: config) })
        let mode = try FileManager.default.attributesOfItem(atPath: config)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let result = try await mainstay("get", "namespaces", "--kubeconfig", config)
        #expect(result.code == 0, "\(result.talk)")
        #expect(result.output.contains("kube-system"))

        process.terminate()
        try await eventually("it ends", holds: { !process.isRunning })
        #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    }
}
