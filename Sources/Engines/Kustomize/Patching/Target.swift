import Diagnostics
import KubeTypes
import Tree

/// Which objects a patch or a replacement means: anchored patterns for the parts of the id, selectors for the metadata.
struct Target {
    let place: Place
    private var group, version, kind, name, namespace: Pattern?
    private var labels, annotations: Selector?

    init(_ node: Node) throws(Refused) {
        place = node.place
        group = try Self.pattern(node["group"])
        version = try Self.pattern(node["version"])
        kind = try Self.pattern(node["kind"])
        name = try Self.pattern(node["name"])
        namespace = try Self.pattern(node["namespace"])
        labels = try Self.selector(node["labelSelector"])
        annotations = try Self.selector(node["annotationSelector"])
    }

    /// As patches select: by the present or the original name and namespace, and by the present type.
    func selects(_ resource: Resource) -> Bool {
        let current = resource.id
        guard matches(type: current.type), matchesMetadata(of: resource) else { return false }
        let original = resource.originalID
        return (matches(namespace, current.namespace) || matches(namespace, original.namespace))
            && (matches(name, current.name) || matches(name, original.name))
    }

    /// As replacements select: any id that the object has or had, all parts together. The present namespace counts as
    /// it is written: an object without one is not in "default".
    func selectsAnyID(of resource: Resource) -> Bool { matchesMetadata(of: resource) && matchesAnyID(of: resource) }

    /// As replacements reject: by an id, or by labels and annotations.
    func rejects(_ resource: Resource) -> Bool {
        let asksForID = group != nil || version != nil || kind != nil || name != nil || namespace != nil
        let asksForMetadata = labels != nil || annotations != nil
        return asksForID && matchesAnyID(of: resource) || asksForMetadata && matchesMetadata(of: resource)
    }

    private func matchesAnyID(of resource: Resource) -> Bool {
        let isCurrent =
            matches(type: resource.type) && matches(name, resource.name) && matches(namespace, resource.namespace)
        return isCurrent
            || resource.previousIDs.contains {
                matches(type: $0.type) && matches(name, $0.name) && matches(namespace, $0.namespace)
            }
    }

    private func matches(type: GroupVersionKind) -> Bool {
        matches(group, type.group) && matches(version, type.version) && matches(kind, type.kind)
    }

    private func matches(_ pattern: Pattern?, _ text: String) -> Bool { pattern?.matches(text) ?? true }

    private func matchesMetadata(of resource: Resource) -> Bool {
        matches(labels, resource.root["metadata"]?["labels"])
            && matches(annotations, resource.root["metadata"]?["annotations"])
    }

    private func matches(_ selector: Selector?, _ map: Node?) -> Bool {
        guard let selector else { return true }
        let pairs = textPairs(map).map { ($0.key, $0.value.string ?? "") }
        return selector.matches(Dictionary(pairs) { $1 })
    }

    private static func pattern(_ node: Node?) throws(Refused) -> Pattern? {
        guard let node, let text = node.scalarText, !text.isEmpty else { return nil }
        return try Pattern(text, at: node.place)
    }

    private static func selector(_ node: Node?) throws(Refused) -> Selector? {
        guard let node, let text = node.scalarText, !text.isEmpty else { return nil }
        do { return try Selector(parsing: text) } catch {
            throw refusal(
                .selectorInvalid, error.description, at: node.place, hint: "write it as kubectl's -l takes it")
        }
    }
}
