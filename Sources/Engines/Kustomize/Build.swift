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
    let accumulator = try Accumulator(directory, context: context, ancestors: [], origin: Origin(), at: start)
    let metadata = Dictionary(
        accumulator.kustomization.texts("buildMetadata").map { ($0.text, $0.place) },
        uniquingKeysWith: { first, _ in first })
    context.tracksOrigin = !metadata.isEmpty
    let order = try ResultOrder(accumulator.kustomization.node["sortOptions"])

    var result = try accumulator.run()
    try finish(&result, context)
    let isLegacy = options.reorder != .none
    result.set.reorder { (order ?? (isLegacy ? .legacy : .asWritten)).sort(&$0) }
    writeMetadata(metadata, to: result.set)

    let objects = result.set.resources.map { KubeObject($0.root) }
    return BuildResult(objects: objects, findings: context.findings, filesRead: loader.filesRead)
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

private func writeMetadata(_ metadata: [String: Place], to set: ResourceSet) {
    for resource in set.resources {
        spellAnnotations(of: resource)
        func set(_ map: String, _ key: String, _ text: String, at place: Place) {
            resource.root.set(Node(.string(text), at: place), at: ["metadata", map, key])
        }
        if let place = metadata["originAnnotations"], let origin = resource.origin {
            set("annotations", "config.kubernetes.io/origin", origin.annotation, at: place)
        }
        if let place = metadata["transformerAnnotations"], !resource.transformations.isEmpty {
            let text = Origin.annotation(of: resource.transformations)
            set("annotations", "alpha.config.kubernetes.io/transformations", text, at: place)
        }
        if let place = metadata["managedByLabel"] {
            set("labels", "app.kubernetes.io/managed-by", "kustomize-v5.8.1", at: place)
        }
    }
}
