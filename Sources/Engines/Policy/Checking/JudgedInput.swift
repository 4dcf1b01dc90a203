internal import Diagnostics
internal import KubeTypes
internal import Rego
internal import Tree

/// What a policy sees as `input`, and where its fields stand.
struct JudgedInput {
    let value: RegoValue
    let root: Node
    /// Where the input as a whole is shown.
    let place: Place
    /// nil for many objects together.
    let subject: Subject?

    init(_ object: KubeObject) {
        value = RegoValue(object.root)
        root = object.root
        place = object.place
        subject = object.subject
    }

    /// Many objects as one input, as conftest's `--combine` gives it.
    init(combining objects: [KubeObject]) {
        let entries = objects.map { object -> Node in
            ["path": Node(object.place.file.path), "contents": object.root]
        }
        root = Node(entries)
        value = RegoValue(root)
        place = .unknown
        subject = nil
    }

    /// Where a field stands; where it is missing, the field around it.
    func place(of path: FieldPath?) -> Place {
        guard let path, !path.steps.isEmpty else { return place }
        let node = root.nearest(to: path)
        return node.place.isKnown && node.place != root.place ? node.place : place
    }
}
