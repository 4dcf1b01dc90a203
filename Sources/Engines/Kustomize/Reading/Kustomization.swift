import Diagnostics
import FileTree
import Tree

/// One kustomization file, read and checked.
struct Kustomization {
    let node: Node
    let path: TreePath
    let directory: TreePath
    private let bytes: [UInt8]

    static let fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"]

    init(_ text: ParsedText, path: TreePath, directory: TreePath, findings: inout [Finding]) throws(Refused) {
        self.path = path
        self.bytes = text.bytes
        self.directory = directory
        let file = SourceFile(path.description)
        let documents = try text.documents.get().documents.filter { !$0.isNull }
        guard documents.count < 2 else {
            throw refusal(
                .kustomizationFieldInvalid, "a kustomization file holds one document, found \(documents.count)",
                at: documents[1].place)
        }
        guard let node = documents.first, node.mapping?.entries.contains(where: Self.says) != false else {
            throw refusal(
                .kustomizationFieldInvalid, "the kustomization is empty", at: Place(file: file, line: 1, column: 1),
                hint: "list at least one resource")
        }
        let mistakes = Shape.kustomization.findings(in: node)
        if !mistakes.isEmpty { throw Refused(mistakes) }
        self.node = Shape.kustomization.canonical(node)
        try checkType()
        try checkSupport()
        findings.append(contentsOf: deprecations)
    }

    /// How far the lines of the block that starts at `place` stand from the left; 0 when it is in another file.
    func indentation(ofBlockAt place: Place) -> Int {
        guard place.file == node.place.file, place.isKnown else { return 0 }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        let first = lines.dropFirst(Int(place.line)).first { line in line.contains { $0 != 0x20 && $0 != 0x0D } }
        return first?.prefix { $0 == 0x20 }.count ?? 0
    }

    var isComponent: Bool { node["kind"]?.string == "Component" }
    var place: Place { node.place }

    func text(_ field: String) -> String { node[field]?.scalarText ?? "" }

    /// The strings of a list.
    func texts(_ field: String) -> [(text: String, place: Place)] {
        (node[field]?.elements ?? []).compactMap { element in element.scalarText.map { ($0, element.place) } }
    }

    func elements(_ field: String) -> [Node] { node[field]?.elements ?? [] }

    func pairs(_ field: String) -> [Mapping.Entry] { textPairs(node[field]) }

    /// Whether a field says anything; the type of the file does not.
    private static func says(_ entry: Mapping.Entry) -> Bool {
        switch entry.value.value {
        case .null: false
        case .string(let text): !text.isEmpty && entry.key != "apiVersion" && entry.key != "kind"
        default: true
        }
    }

    private func checkType() throws(Refused) {
        guard let kind = node["kind"]?.scalarText else { return }
        guard kind == "Kustomization" || kind == "Component" else {
            throw refusal(
                .kustomizationFieldInvalid, "kind is \"\(kind)\", expected \"Kustomization\" or \"Component\"",
                at: node["kind"]?.place ?? node.place)
        }
        let version = node["apiVersion"]?.scalarText ?? ""
        let expected = "kustomize.config.k8s.io/" + (kind == "Component" ? "v1alpha1" : "v1beta1")
        guard
            version.isEmpty || version == expected || kind == "Kustomization" && version == "kustomize.config.k8s.io/v1"
        else {
            throw refusal(
                .kustomizationFieldInvalid, "apiVersion is \"\(version)\", expected \"\(expected)\"",
                at: node["apiVersion"]?.place ?? node.place)
        }
    }

    private func checkSupport() throws(Refused) {
        for field in ["helmCharts", "helmChartInflationGenerator", "helmGlobals"] {
            guard let value = node[field] else { continue }
            throw refusal(
                .kustomizationUnsupported, "\"\(field)\" runs Helm, and a build runs no other program", at: value.place,
                hint: "commit the output of \"helm template\" and list it under \"resources\"")
        }
    }

    private var deprecations: [Finding] {
        let successors = [
            ("bases", "resources"), ("patchesStrategicMerge", "patches"), ("patchesJson6902", "patches"),
            ("commonLabels", "labels"), ("vars", "replacements"), ("imageTags", "images"),
        ]
        return successors.compactMap { field, successor in
            guard let entry = node.mapping?.entry(field) else { return nil }
            return Finding(
                .kustomizationDeprecated, "\"\(field)\" is deprecated", severity: .warning, at: entry.keyPlace,
                length: field.count, hint: "use \"\(successor)\"")
        }
    }
}

/// The entries of a map of strings, every value made a string.
func textPairs(_ node: Node?) -> [Mapping.Entry] {
    (node?.entries ?? []).map { entry in
        var entry = entry
        entry.value = Node(.string(entry.value.scalarText ?? ""), at: entry.value.place)
        return entry
    }
}
