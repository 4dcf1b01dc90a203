internal import ArgoCD
internal import ArgumentParser
internal import Diagnostics
internal import FileTree
internal import Foundation
internal import GitRepository
internal import KubeClient
internal import KubeTypes
internal import Kustomize
internal import Reports
internal import Tree
internal import Validation

struct DiffCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what applying a directory would change in the cluster.",
        discussion:
            "Asks the server (dry run); nothing is written. Exits 0 when nothing differs, 1 when something does.")

    @Argument(help: "A directory with a kustomization or plain manifests.") var directory: String

    @OptionGroup var cluster: ClusterOptions

    func run() async throws {
        let client = try cluster.client()
        let folder = try WorkingDirectory.folder(directory)
        let files = ParsedFiles(WorkingDirectory.files)
        try await RemoteBases.mount(in: files, for: folder)
        let rendered = try render(folder, in: WorkingDirectory.files, parsed: files)
        let palette = Terminal.palette(for: .output)
        var differs = false
        for object in rendered.objects {
            let text = try await difference(object, client, palette)
            differs = differs || !text.isEmpty
            Terminal.output(text)
        }
        if differs { throw ExitStatus.no }
    }

    private func difference(_ object: KubeObject, _ client: KubeClient, _ palette: Palette) async throws -> String {
        var object = object
        let resource = try await client.resource(for: object.type)
        if resource.isNamespaced, object.namespace.isEmpty {
            object.namespace = cluster.namespace ?? client.defaultNamespace
        }
        let before: KubeObject?
        do { before = try await client.get(resource, object.key) } catch let status as Status
            where status.reason == .notFound
        { before = nil }
        // The mark of its application is not in the file; a sync puts it there.
        if let mark = before?.annotation(TrackingID.annotation), object.annotation(TrackingID.annotation) == nil {
            object.setAnnotation(TrackingID.annotation, mark)
        }
        let after: KubeObject
        do {
            after = try await client.apply(
                object, as: resource, owner: ApplicationController.fieldOwner, force: true, dryRun: true, strict: true)
        } catch let status as Status where status.reason == .notFound && before == nil {
            // Its namespace is not there yet, so the server cannot try it.
            after = object
        }
        let diff = LineDiff(from: before.map(lines) ?? [], to: lines(after))
        guard !diff.isEmpty else { return "" }
        let name = "\(object.kind) \(object.key)"
        return palette.strong("--- \(before == nil ? "/dev/null" : "live \(name)")\n+++ desired \(name)\n")
            + diff.unified(palette: palette)
    }

    /// The object without what the server alone writes.
    private func lines(_ object: KubeObject) -> [String] {
        var root = object.root
        for field in ["managedFields", "resourceVersion", "uid", "generation", "creationTimestamp"] {
            root.remove(at: ["metadata", field])
        }
        root["status"] = nil
        return YAMLWriter.text(root).split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
            String.init)
    }
}
