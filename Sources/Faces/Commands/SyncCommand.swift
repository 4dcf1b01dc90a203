internal import ArgumentParser
internal import KubeClient
internal import KubeTypes
internal import Tree

struct SyncCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sync", abstract: "Bring an application to a revision.",
        discussion: "Shows what is out of sync and asks; without a terminal it needs --yes.")

    @Argument(help: "The application.") var application: String

    @OptionGroup var cluster: ClusterOptions

    @Option(help: "The branch, tag or commit; what the application names when none is given.") var revision: String?

    @Flag(help: "Delete what is no longer in Git.") var prune = false

    @Flag(help: "Try on the server without writing.") var dryRun = false

    @Flag(name: .shortAndLong, help: "Do not ask.") var yes = false

    @Flag(help: "Do not wait for the end.") var async = false

    @Option(help: "How many seconds to wait for the end.") var timeout = 300

    func validate() throws {
        guard timeout > 0 else { throw ValidationError("--timeout must be at least 1 second") }
    }

    func run() async throws {
        let client = try cluster.client()
        let (object, resource) = try await cluster.application(application, client)
        guard object.root["operation"] == nil, object.status[path: "operationState", "phase"]?.string != "Running"
        else {
            throw CommandError("another sync of \(object.key) is under way; wait for it to end")
        }
        if revision == nil, !prune, !dryRun, object.status[path: "sync", "status"]?.string == "Synced" {
            let commit = object.status[path: "sync", "revision"]?.string?.prefix(7) ?? "?"
            return Terminal.talk("\(object.key) is in sync at \(commit); nothing to do\n")
        }
        show(openResources(object))
        try confirm(object)
        let started = try await client.merge(["operation": operation(object)], into: resource, object.key)
        guard !async else { return Terminal.talk("sync of \(object.key) asked for\n") }
        try await wait(for: started, client, resource)
    }

    /// What is not as Git says.
    private func openResources(_ object: KubeObject) -> [Node] {
        (object.status["resources"]?.elements ?? []).filter { $0["status"]?.string != "Synced" }
    }

    private func show(_ open: [Node]) {
        for item in open {
            let isMissing = item[path: "health", "status"]?.string == "Missing"
            let sign = item["requiresPruning"]?.bool == true ? "-" : isMissing ? "+" : "~"
            let key = ObjectKey(namespace: item["namespace"]?.string ?? "", name: item["name"]?.string ?? "")
            Terminal.talk("  \(sign) \(item["kind"]?.string ?? "") \(key)\n")
        }
    }

    private func confirm(_ object: KubeObject) throws {
        guard !yes, !dryRun else { return }
        guard Terminal.isTerminal(.talk), Terminal.isTerminal(.output) else {
            Terminal.talk("refused: sync changes the cluster; without a terminal to ask on, give --yes\n")
            throw ExitStatus.refused
        }
        Terminal.talk("Sync \(object.key)? [y/N] ")
        guard ["y", "yes"].contains(readLine()?.lowercased() ?? "") else {
            Terminal.talk("nothing was changed\n")
            throw ExitStatus.no
        }
    }

    private func operation(_ object: KubeObject) -> Node {
        var sync: Node = [:]
        if let revision { sync["revision"] = Node(revision) }
        if prune { sync["prune"] = true }
        if dryRun { sync["dryRun"] = true }
        if let options = object.spec[path: "syncPolicy", "syncOptions"] { sync["syncOptions"] = options }
        return ["initiatedBy": ["username": "mainstay"], "sync": sync]
    }

    /// Follows the application until the operation it was asked for is over.
    private func wait(for started: KubeObject, _ client: KubeClient, _ resource: ServedResource) async throws {
        let key = started.key
        let (ends, ended) = AsyncStream.makeStream(of: Node?.self)
        let end = await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                try await client.watch(
                    resource, namespace: key.namespace, from: started.resourceVersion,
                    fieldSelector: "metadata.name=\(key.name)"
                ) { event in
                    guard case .modified(let object) = event, object.root["operation"] == nil,
                        let state = object.status["operationState"], state["phase"]?.string != "Running"
                    else { return }
                    ended.yield(state)
                }
                ended.finish()
            }
            group.addTask { [timeout] in
                try await Task.sleep(for: .seconds(timeout))
                ended.yield(nil)
            }
            defer { group.cancelAll() }
            for await end in ends { return end }
            return nil
        }
        guard let end else {
            Terminal.talk(
                "\(key) did not end its sync within \(timeout) s; it goes on. See: mainstay get apps \(key.name)\n")
            throw ExitStatus.timedOut
        }
        Terminal.talk("\(key): \(end["phase"]?.string ?? "") \(end["message"]?.string ?? "")\n")
        guard end["phase"]?.string == "Succeeded" else { throw ExitStatus.no }
    }
}
