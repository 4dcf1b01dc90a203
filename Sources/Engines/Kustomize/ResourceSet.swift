import Diagnostics
import KubeTypes

/// The objects of a build in order, with indices by id that are made when they are needed.
struct ResourceSet {
    private(set) var resources: [Resource] = []
    private var current: [ResourceID: [Resource]]?
    private var any: [ResourceID: [Resource]]?

    init() {}
    init(_ resources: [Resource]) { self.resources = resources }

    var isEmpty: Bool { resources.isEmpty }

    /// To be called after names, namespaces or kinds have changed.
    mutating func forgetIndices() {
        current = nil
        any = nil
    }

    mutating func resources(withCurrent id: ResourceID) -> [Resource] {
        if current == nil { current = Dictionary(grouping: resources, by: \.id) }
        return current?[id] ?? []
    }

    /// The objects that have or had `id`.
    mutating func resources(withAny id: ResourceID) -> [Resource] {
        if any == nil {
            var index: [ResourceID: [Resource]] = [:]
            for resource in resources where !resource.isGone { Self.note(resource, in: &index) }
            any = index
        }
        return any?[id] ?? []
    }

    private static func note(_ resource: Resource, in index: inout [ResourceID: [Resource]]) {
        for id in Set(resource.previousIDs + [resource.id]) { index[id, default: []].append(resource) }
    }

    mutating func append(_ resource: Resource) throws(Refused) {
        let id = resource.id
        if let rival = resources(withCurrent: id).first { throw Self.doubled(resource, rival) }
        resources.append(resource)
        current?[id, default: []].append(resource)
        if any != nil, var index = any {
            any = nil
            Self.note(resource, in: &index)
            any = index
        }
    }

    /// To be called when a patch or a replacement may have given two objects one name.
    func refuseDoubled() throws(Refused) {
        var seen: [ResourceID: Resource] = [:]
        for resource in resources where !resource.isGone {
            if let rival = seen.updateValue(resource, forKey: resource.id) { throw Self.doubled(resource, rival) }
        }
    }

    private static func doubled(_ resource: Resource, _ rival: Resource) -> Refused {
        var finding = Finding(
            .objectDoubled, "\(resource.id) is already part of this build", at: resource.place,
            hint: "remove one of the two, or make it a patch")
        finding.related = [RelatedPlace("first defined here", at: rival.place)]
        return Refused(finding)
    }

    mutating func append(contentsOf other: ResourceSet) throws(Refused) {
        if resources.isEmpty {
            try other.refuseDoubled()
            self = other
            return
        }
        for resource in other.resources { try append(resource) }
    }

    mutating func replace(_ old: Resource, with new: Resource) {
        guard let index = resources.firstIndex(where: { $0 === old }) else { return }
        resources[index] = new
        forgetIndices()
    }

    mutating func dropGone() {
        guard resources.contains(where: \.isGone) else { return }
        resources.removeAll(where: \.isGone)
        forgetIndices()
    }

    mutating func reorder(_ sort: (inout [Resource]) -> Void) { sort(&resources) }

    mutating func keep(where shouldKeep: (Resource) -> Bool) {
        resources.removeAll { !shouldKeep($0) }
        forgetIndices()
    }

    /// The one object that has or had `id`.
    mutating func target(_ id: ResourceID, for what: String, at place: Place) throws(Refused) -> Resource {
        let found = resources(withAny: id)
        if found.count == 1 { return found[0] }
        if found.isEmpty {
            let names = resources.filter { $0.kind == id.type.kind }.map(\.name)
            let near = nearestName(to: id.name, among: names).map { "did you mean \"\($0)\"?" }
            let sameName = resources.first { $0.name == id.name }.map { "there is \($0.id)" }
            throw refusal(
                .patchUnmatched, "\(what) matches nothing: there is no \(id)", at: place,
                hint: near ?? sameName ?? "check apiVersion, kind, name and namespace of the \(what)")
        }
        var finding = Finding(
            .patchUnmatched, "\(what) for \(id) matches \(found.count) objects", at: place,
            hint: "name the object by its present name and namespace")
        finding.related = found.map { RelatedPlace("now \($0.id)", at: $0.place) }
        throw Refused(finding)
    }
}
