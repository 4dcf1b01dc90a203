import Diagnostics
import KubeTypes
import Tree

/// An object on its way through a build, with what kustomize remembers about it. A class, because transformers, patches
/// and references change one object in place from many sides.
final class Resource {
    struct PreviousID {
        var namespace: String
        var name: String
        var kind: String
    }

    enum Behavior: String { case unspecified, create, replace, merge }

    /// Null when a patch removed the object.
    var root: Node
    private(set) var previous: [PreviousID] = []
    var prefixes: [String] = []
    var suffixes: [String] = []
    var behavior = Behavior.unspecified
    var needsHash = false
    var origin: Origin?
    var transformations: [Origin] = []
    /// The names of the variables that read their value here.
    var variables: Set<String> = []

    /// How the files spell values that the writer spells in another way; a replacement copies what was written.
    var spellings: Spellings

    init(_ root: Node, spellings: Spellings = [:]) {
        self.root = root
        self.spellings = spellings
    }

    func copy() -> Resource {
        let copy = Resource(root, spellings: spellings)
        copy.keepBook(of: self)
        copy.needsHash = needsHash
        copy.behavior = behavior
        copy.origin = origin
        copy.transformations = transformations
        return copy
    }

    /// Takes over what another object of the same id has been through.
    func keepBook(of other: Resource) {
        previous = other.previous
        prefixes = other.prefixes
        suffixes = other.suffixes
        variables = other.variables
    }

    var kind: String { root["kind"]?.string ?? "" }
    var apiVersion: String { root["apiVersion"]?.string ?? "" }
    var type: GroupVersionKind { GroupVersionKind(apiVersion: apiVersion, kind: kind) }
    var isGone: Bool { root.mapping?.isEmpty ?? true }

    var name: String {
        get { root["metadata"]?["name"]?.scalarText ?? "" }
        set { setMetadata("name", newValue) }
    }

    var namespace: String {
        get { root["metadata"]?["namespace"]?.scalarText ?? "" }
        set { setMetadata("namespace", newValue) }
    }

    var id: ResourceID { ResourceID(type, name: name, namespace: namespace) }
    var originalID: ResourceID { previous.first.map(resourceID) ?? id }
    var previousIDs: [ResourceID] { previous.map(resourceID) }

    /// Remembers the present id before something changes it.
    func rememberID() {
        let id = id
        previous.append(PreviousID(namespace: id.namespace, name: id.name, kind: id.type.kind))
    }

    /// Where the object is written: at its name, unless another file has changed that.
    var place: Place {
        let name = root["metadata"]?["name"]?.place ?? root.place
        return name.file == root.place.file ? name : root.place
    }

    private func resourceID(_ previous: PreviousID) -> ResourceID {
        var type = type
        type.kind = previous.kind
        return ResourceID(type, name: previous.name, namespace: previous.namespace)
    }

    private func setMetadata(_ field: String, _ text: String) {
        let old = root["metadata"]?[field]
        if text.isEmpty {
            root.remove(at: ["metadata", field])
        } else if old?.string != text {
            root.set(Node(.string(text), at: old?.place ?? root.place), at: ["metadata", field])
        }
    }
}

extension Node {
    /// The text of any scalar, as Go's YAML reader gives it where a string is wanted.
    var scalarText: String? {
        switch value {
        case .string(let text): text
        case .integer(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .unsigned(let number): String(number)
        case .float(let number): jsonSpelling(of: number)
        default: nil
        }
    }

    var isCollection: Bool { mapping != nil || sequence != nil }
}
