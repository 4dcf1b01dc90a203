internal import Foundation
internal import GitRepository
internal import KubeTypes
internal import Tree

/// The repository that `up` was started with, and the Application that deploys its Applications.
struct RootSource: Sendable {
    /// The address of the Application.
    let address: String
    /// Addresses that are read from a folder of this machine.
    let localCopies: [String: String]
    private let name: String
    private let folder: String
    private let revision: String

    /// - Throws: `GitError` when a folder is given that is not a repository.
    init(_ repository: String, folder: String, revision: String) async throws {
        self.folder = folder
        self.revision = revision
        let remote = try GitRemote(repository)
        if let local = remote.localPath {
            let path = URL(fileURLWithPath: local).standardizedFileURL.path
            _ = try RefWatch(repository: path)
            let origin = await originAddress(ofRepositoryAt: path)
            address = origin ?? path
            localCopies = origin.map { [$0: path] } ?? [:]
            name = Self.objectName(path)
        } else {
            address = repository
            localCopies = [:]
            name = Self.objectName(repository)
        }
    }

    static let namespace = "argocd"

    var application: KubeObject {
        var object = KubeObject(
            GroupVersionKind(group: "argoproj.io", version: "v1alpha1", kind: "Application"), namespace: Self.namespace,
            name: name)
        object.root["spec"] = [
            "project": "default",
            "source": ["repoURL": Node(address), "path": Node(folder), "targetRevision": Node(revision)],
            "destination": ["server": "https://kubernetes.default.svc", "namespace": Node(Self.namespace)],
            "syncPolicy": ["automated": ["prune": true, "selfHeal": true]],
        ]
        return object
    }

    private static func objectName(_ address: String) -> String {
        let last = address.split(separator: "/").last.map(String.init) ?? "repository"
        let letters = last.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        let name = String(letters).replacing("-git", with: "").split(separator: "-").joined(separator: "-")
        return name.isEmpty ? "repository" : name
    }
}
