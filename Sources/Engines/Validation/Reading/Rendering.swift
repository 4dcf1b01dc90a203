package import Diagnostics
package import FileTree
package import Kustomize
package import KubeTypes
internal import Tree

/// How a folder of a repository becomes objects.
package struct RenderOptions: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Kustomize where the folder has a kustomization, plain manifests elsewhere.
        case detect
        case kustomize
        case directory
    }

    package var kind = Kind.detect
    /// For plain manifests: whether folders below are read too.
    package var recurses = false

    package init(kind: Kind = .detect, recurses: Bool = false) {
        self.kind = kind
        self.recurses = recurses
    }
}

/// The objects of a folder, and what there is to say about them.
package struct Rendered: Sendable {
    package var objects: [KubeObject]
    /// Warnings; what is wrong is thrown.
    package var findings: [Finding]
    package var isKustomize: Bool
}

/// Renders a folder.
///
/// - Parameter parsed: The same files where other repositories are mounted in them; without it a build has none.
/// - Throws: `Refused` with the places of what is wrong.
package func render(
    _ folder: TreePath, in files: any FileTree, options: RenderOptions = RenderOptions(), parsed: ParsedFiles? = nil
) throws(Refused) -> Rendered {
    guard files.entry(at: folder) == .directory else {
        throw Refused(
            Finding(
                .folderMissing, "the repository has no folder \"\(folder)\"", at: .unknown,
                hint: nearestFolder(to: folder, in: files)))
    }
    let usesKustomize =
        switch options.kind {
        case .kustomize: true
        case .directory: false
        case .detect: kustomizationNames.contains { files.entry(at: folder.appending($0)) == .file }
        }
    if usesKustomize {
        let result = try build(folder, in: parsed ?? ParsedFiles(files))
        return Rendered(objects: result.objects, findings: result.findings, isKustomize: true)
    }
    return try plainManifests(folder, in: files, recurses: options.recurses)
}

let kustomizationNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

private func nearestFolder(to folder: TreePath, in files: any FileTree) -> String? {
    var parent = folder.parent
    while !parent.isRoot, files.entry(at: parent) == nil { parent = parent.parent }
    guard let names = try? files.names(in: parent) else { return nil }
    let folders = names.filter { files.entry(at: parent.appending($0)) == .directory }
    let missing = folder.text.dropFirst(parent.isRoot ? 0 : parent.text.count + 1).split(separator: "/").first.map(
        String.init)
    if let missing, let near = nearestName(to: missing, among: folders) {
        return "did you mean \"\(parent.appending(near))\"?"
    }
    return folders.isEmpty ? nil : "\"\(parent)\" has \(folders.joined(separator: ", "))"
}

// MARK: - Plain manifests

private func plainManifests(_ folder: TreePath, in files: any FileTree, recurses: Bool) throws(Refused) -> Rendered {
    var rendered = Rendered(objects: [], findings: [], isKustomize: false)
    var refused: [Finding] = []
    for path in manifestPaths(folder, in: files, recurses: recurses) {
        do throws(Refused) {
            let (objects, findings) = try manifests(at: path, in: files, passingOver: false)
            rendered.objects += objects
            rendered.findings += findings
        } catch {
            refused += error.findings
        }
    }
    guard refused.isEmpty else { throw Refused(refused) }
    return rendered
}

private func manifestPaths(_ folder: TreePath, in files: any FileTree, recurses: Bool) -> [TreePath] {
    ((try? files.names(in: folder)) ?? []).flatMap { name -> [TreePath] in
        let path = folder.appending(name)
        if files.entry(at: path) == .directory {
            return recurses && name != ".git" ? manifestPaths(path, in: files, recurses: true) : []
        }
        return [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) ? [path] : []
    }
}

/// The objects of a file. What is no object is refused, or passed over: not every YAML file is a manifest.
func manifests(
    at path: TreePath, in files: any FileTree, passingOver: Bool
) throws(Refused) -> ([KubeObject], [Finding]) {
    let file = SourceFile(path.text)
    let bytes: [UInt8]
    do { bytes = try files.read(path) } catch {
        throw Refused(Finding(.fileUnreadable, error.description, at: Place(file: file, line: 1, column: 1)))
    }
    let read = try YAMLReader.read(bytes, file: file)
    var objects: [KubeObject] = []
    for document in read.documents where !document.isNull {
        if passingOver, !isObject(document) || isOwn(document) { continue }
        objects += try expanded(document)
    }
    return (objects, read.findings)
}

/// Whether a document says what it is. The configuration of the mesh has no version: it is read from a file only.
private func isObject(_ root: Node) -> Bool {
    guard let kind = root["kind"]?.string else { return false }
    return root["apiVersion"]?.string != nil || kind == "MeshConfig" || kind == "MeshNetworks"
}

/// Whether a document is meant for Mainstay itself, and for no cluster.
private func isOwn(_ root: Node) -> Bool {
    root["apiVersion"]?.string == "mainstay.dev/v1" && ["Settings", "Baseline"].contains(root["kind"]?.string)
}

/// A `List` stands for its items.
private func expanded(_ root: Node) throws(Refused) -> [KubeObject] {
    guard let kind = root["kind"]?.string, isObject(root) else {
        throw Refused(
            Finding(
                .notAnObject, "expected a Kubernetes object with apiVersion and kind, found \(root.typeName)",
                at: root.place,
                hint: "move files that are no manifests out of the folder"))
    }
    guard kind.hasSuffix("List"), let items = root["items"]?.sequence else { return [KubeObject(root)] }
    var objects: [KubeObject] = []
    for item in items { objects += try expanded(item) }
    return objects
}
