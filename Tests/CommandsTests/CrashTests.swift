import Foundation
import KubeClient
import KubeTypes
import Synchronization
import TestSupport
import Testing
import Tree

/// The embedded cluster is killed while clients write, and started again: what it had answered for is there, whole, and
/// those who watched go on without a gap.
///
/// `MAINSTAY_CRASHES` says how often; 50 times without it.
@Suite("Crashes", .enabled(if: BuiltProgram.isThere, "the program is not built"), .timeLimit(.minutes(10)))
struct CrashTests {
    private let folder: TemporaryFolder
    private static let writers = 4
    private static let crashes = ProcessInfo.processInfo.environment["MAINSTAY_CRASHES"].flatMap { Int($0) } ?? 50

    init() throws { folder = try TemporaryFolder() }

    /// What a writer knows of its object: the last number that was acknowledged, and the last that was sent.
    private struct Known: Sendable {
        var acknowledged = 0
        var sent = 0
    }

    private final class Book: Sendable {
        private let known = Mutex<[Int: Known]>([:])

        func next(_ writer: Int) -> Int {
            known.withLock { known in
                known[writer, default: Known()].sent += 1
                return known[writer]?.sent ?? 0
            }
        }
        func acknowledge(_ writer: Int, _ number: Int) { known.withLock { $0[writer]?.acknowledged = number } }
        func of(_ writer: Int) -> Known { known.withLock { $0[writer] ?? Known() } }
        var acknowledgedWrites: Int { known.withLock { $0.values.reduce(0) { $0 + $1.acknowledged } } }
    }

    @Test("nothing that was acknowledged is lost, no object is torn, and watches go on where they were")
    func crashes() async throws {
        let book = Book()
        var seen = Seen()
        for crash in 0..<Self.crashes {
            let process = try start()
            defer { if process.isRunning { kill(process.processIdentifier, SIGKILL) } }
            let client = try await connect()
            let maps = try await client.resource(named: "configmaps")
            try await check(book, client, maps, &seen, after: crash)
            let writers = (0..<Self.writers).map { writer in
                Task { await write(as: writer, book, client, maps) }
            }
            // At any moment of the load: after some writes of this round, and then a part of a millisecond more.
            let wanted = book.acknowledgedWrites + Int.random(in: 1...60)
            try await eventually("there is load", holds: { book.acknowledgedWrites >= wanted })
            try await Task.sleep(for: .microseconds(Int.random(in: 0...900)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            for writer in writers { await writer.value }
            try FileManager.default.removeItem(atPath: kubeconfig)
        }
        #expect(book.acknowledgedWrites > Self.crashes)
    }

    // MARK: The cluster

    private var kubeconfig: String { folder.path + "/state/kubeconfig" }

    private func start() throws -> Process {
        let process = Process()
        process.executableURL = URL(filePath: BuiltProgram.path)
        process.arguments = ["up", "--port", "0", "--state", "state"]
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ["HOME": folder.path, "PATH": ProcessInfo.processInfo.environment["PATH"] ?? ""]
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        return process
    }

    private func connect() async throws -> KubeClient {
        let path = kubeconfig
        return try await eventually("the cluster answers") {
            guard FileManager.default.fileExists(atPath: path) else { return nil }
            return try? KubeClient(try Kubeconfig.load([path]).connection(context: nil))
        }
    }

    // MARK: The load

    /// Counts up in one object until the cluster is gone.
    private func write(as writer: Int, _ book: Book, _ client: KubeClient, _ maps: ServedResource) async {
        while true {
            let number = book.next(writer)
            var object = KubeObject(
                GroupVersionKind(group: "", version: "v1", kind: "ConfigMap"), namespace: "default",
                name: "writer-\(writer)")
            // Both parts are of one write: an object with two numbers is torn.
            object.root["data"] = ["number": Node("\(number)"), "again": Node("\(number)")]
            guard (try? await client.apply(object, as: maps, owner: "crash", force: true)) != nil else { return }
            book.acknowledge(writer, number)
        }
    }

    // MARK: What must hold

    /// What a watch has told so far: the last revision, and the number in each object.
    private struct Seen {
        var revision = ""
        var numbers: [String: Int] = [:]
    }

    private func check(
        _ book: Book, _ client: KubeClient, _ maps: ServedResource, _ seen: inout Seen, after crash: Int
    ) async throws {
        let list = try await client.list(maps, namespace: "default")
        var live: [String: Int] = [:]
        for object in list.items where object.name.hasPrefix("writer-") {
            let number = object.root[path: "data", "number"]?.string, again = object.root[path: "data", "again"]?.string
            #expect(number == again, "\(object.name) is torn after crash \(crash)")
            live[object.name] = number.flatMap { Int($0) }
        }
        for writer in 0..<Self.writers {
            let known = book.of(writer)
            let number = live["writer-\(writer)"] ?? 0
            #expect(
                (known.acknowledged...max(known.acknowledged, known.sent)).contains(number),
                "writer \(writer) has \(number) after crash \(crash), acknowledged \(known.acknowledged)")
        }
        // Each write is an event, in order, each once: so the numbers grow by one.
        if !seen.revision.isEmpty, seen.numbers != live {
            var numbers = seen.numbers
            struct Enough: Error {}
            do {
                try await client.watch(maps, namespace: "default", from: seen.revision) { event in
                    switch event {
                    case .added(let object), .modified(let object):
                        guard object.name.hasPrefix("writer-"),
                            let number = object.root[path: "data", "number"]?.string.flatMap({ Int($0) })
                        else { break }
                        // A write that was sent and not kept leaves a gap; one that is told twice, or late, does not grow.
                        #expect(number > numbers[object.name] ?? 0, "\(object.name) goes back after crash \(crash)")
                        numbers[object.name] = number
                    case .deleted, .bookmark: break
                    }
                    if numbers == live { throw Enough() }
                }
            } catch  where numbers == live {}
            #expect(numbers == live)
        }
        seen = Seen(revision: list.resourceVersion, numbers: live)
    }
}
