import Diagnostics
import FileTree
import KubeTypes
import SharedData
import Testing
import Tree

@testable import GitOps

/// Objects with one mistake: `<<wrong||right>>`. The finding stands at the mistake, or at `▸` where there is one.
///
/// An object is a line: kind, name, perhaps `annotations={…}`, then its spec. A line that begins with `>` is another
/// top-level field of the object above it.
struct Mistake: Sendable, CustomTestStringConvertible {
    var code: Code
    var severity: Severity
    var text: String
    /// The files of the repository, besides the one of the objects.
    var files: [String]

    var testDescription: String { "\(code) \(text.split(separator: "\n").dropFirst(3).first ?? "")" }

    init(_ code: Code, _ severity: Severity, _ lines: String, files: [String] = []) {
        self.code = code
        self.severity = severity
        self.files = files
        text = lines.split(separator: "\n").map { expanded(String($0)) }.joined()
    }

    private var marked: MarkedText { MarkedText(text) }

    /// `line:column` of the marker, else of the mistake.
    var place: String { marked.place }

    func findings(wrong: Bool) throws -> [Finding] {
        try GitOpsTests.findings(wrong ? marked.wrong : marked.right, files: files)
    }
}

/// What there is to say about objects of the file `gitops/tools.yaml`.
func findings(_ text: String, files: [String] = [], origins: [String] = []) throws -> [Finding] {
    let file = "gitops/tools.yaml"
    var tree = MemoryFileTree()
    tree.write(Array(text.utf8), to: TreePath(file))
    for entry in files {
        let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
        tree.write(Array((parts.count > 1 ? parts[1] : "kind: Kustomization").utf8), to: TreePath(parts[0]))
    }
    let documents = try YAMLReader.read(Array(text.utf8), file: SourceFile(file)).documents
    let objects = objects(in: documents)
    return GitOpsWorld([objects], files: tree, origins: origins).findings(on: objects, unit: 0)
}

func expanded(_ line: String) -> String {
    if line.hasPrefix(">") { return line.dropFirst().drop { $0 == " " } + "\n" }
    var rest = line[...]
    func word() -> String {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count).drop { $0 == " " }
        return String(word)
    }
    let kind = word()
    let parts = word().split(separator: "/", maxSplits: 1).map(String.init)
    let name = parts.last ?? ""
    let isClusterWide = kind == "Namespace" || kind.hasPrefix("Cluster")
    var metadata = "name: \(name)" + (isClusterWide ? "" : ", namespace: \(parts.count > 1 ? parts[0] : "shop")")
    if rest.hasPrefix("annotations=") {
        let end = rest.firstRange(of: "}")?.upperBound ?? rest.endIndex
        metadata += ", annotations: \(rest[..<end].dropFirst(12))"
        rest = rest[end...].drop { $0 == " " }
    }
    let start = "---\napiVersion: \(version(of: kind))\nkind: \(kind == "Flux" ? "Kustomization" : kind)\n"
    return start + "metadata: {\(metadata)}\n" + (rest.isEmpty ? "" : "spec: \(rest)\n")
}

private func version(of kind: String) -> String {
    switch kind {
    case "Service", "Namespace", "Secret", "ConfigMap": "v1"
    case "Deployment": "apps/v1"
    case "Flux": "kustomize.toolkit.fluxcd.io/v1"
    case "GitRepository", "OCIRepository": "source.toolkit.fluxcd.io/v1"
    case "Alert", "Provider": "notification.toolkit.fluxcd.io/v1beta3"
    case "ImageRepository", "ImagePolicy", "ImageUpdateAutomation": "image.toolkit.fluxcd.io/v1"
    case "Canary", "MetricTemplate", "AlertProvider": "flagger.app/v1beta1"
    case "SealedSecret": "bitnami.com/v1alpha1"
    case "ExternalSecret", "SecretStore", "ClusterSecretStore": "external-secrets.io/v1"
    case "Schedule", "Backup", "BackupStorageLocation": "velero.io/v1"
    case "VirtualService", "DestinationRule": "networking.istio.io/v1"
    default: "argoproj.io/v1alpha1"
    }
}
