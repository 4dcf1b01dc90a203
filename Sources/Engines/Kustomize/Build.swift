package import Diagnostics
package import FileTree
import KubeTypes
import Tree

/// Builds the kustomization in `directory`, as `kustomize build` does.
///
/// - Throws: `Refused` with the places of what is wrong and what to do about it.
package func build(
    _ directory: TreePath, in files: any FileTree, options: BuildOptions = .init()
) throws(Refused) -> BuildResult {
    try build(directory, in: ParsedFiles(files), options: options)
}

/// The same for one of several builds over one tree.
package func build(
    _ directory: TreePath, in parsed: ParsedFiles, options: BuildOptions = .init()
) throws(Refused) -> BuildResult {
    let directory = (try? parsed.files.find(directory.text, from: .root).path) ?? directory
    parsed.readAhead(from: directory, restrictor: options.loadRestrictor)
    let loader = FileLoader(parsed, restrictor: options.loadRestrictor)
    let context = BuildContext(loader: loader, options: options, root: directory)
    let start = Place(file: SourceFile(directory.description), line: 0, column: 0)
    let accumulator = try Accumulator(directory, context: context, ancestors: [], originPath: "", at: start)
    let metadata = Set(accumulator.kustomization.texts("buildMetadata").map(\.text))
    context.tracksOrigin = !metadata.isEmpty
    let order = try ResultOrder(accumulator.kustomization.node["sortOptions"])

    var result = try accumulator.run()
    try finish(&result, context)
    let isLegacy = options.reorder != .none
    result.set.reorder { (order ?? (isLegacy ? .legacy : .asWritten)).sort(&$0) }
    writeMetadata(metadata, to: result.set)

    let objects = result.set.resources.map { KubeObject($0.root) }
    return BuildResult(
        objects: objects, findings: context.findings, filesRead: loader.filesRead,
        yaml: YAMLWriter.text(objects.map(\.root)))
}

/// What is done once, when all kustomizations have run: hashes, references, variables, local objects.
private func finish(_ result: inout Accumulation, _ context: BuildContext) throws(Refused) {
    let config = try result.config.withBuiltIn()
    try HashTransform().apply(to: &result.set)
    try NameReferences(result.set.resources).update(config.nameReferences)
    context.findings += try result.variables.resolve(in: result.set, fields: config.varReferences)
    result.set.keep { resource in
        let mark = resource.root["metadata"]?["annotations"]?["config.kubernetes.io/local-config"]
        return mark == nil || mark?.scalarText == "false"
    }
}

/// Annotations are strings, whatever a patch has put there; a collection becomes an empty one. None at all are not written.
private func spellAnnotations(of resource: Resource) {
    guard let annotations = resource.root["metadata"]?["annotations"] else { return }
    for entry in annotations.entries where entry.value.string == nil {
        let text = entry.value.isNull ? "null" : entry.value.scalarText ?? ""
        resource.root.set(Node(.string(text), at: entry.value.place), at: ["metadata", "annotations", entry.key])
    }
    if annotations.entries.isEmpty { resource.root.remove(at: ["metadata", "annotations"]) }
}

private func writeMetadata(_ metadata: Set<String>, to set: ResourceSet) {
    for resource in set.resources {
        spellAnnotations(of: resource)
        func annotate(_ key: String, _ text: String) {
            resource.root.set(Node(.string(text), at: resource.place), at: ["metadata", "annotations", key])
        }
        if metadata.contains("originAnnotations"), let origin = resource.origin {
            annotate("config.kubernetes.io/origin", origin.annotation)
        }
        if metadata.contains("transformerAnnotations"), !resource.transformations.isEmpty {
            annotate(
                "alpha.config.kubernetes.io/transformations", Origin.annotation(of: resource.transformations))
        }
        if metadata.contains("managedByLabel") {
            resource.root.set("kustomize-v5.8.0", at: ["metadata", "labels", "app.kubernetes.io/managed-by"])
        }
    }
}
