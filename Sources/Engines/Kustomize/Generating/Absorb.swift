import Diagnostics
import Tree

extension ResourceSet {
    /// Adds a generated object: as a new one, or in the place of the one that it replaces or merges with.
    mutating func absorb(_ new: Resource) throws(Refused) {
        let id = new.id
        let matches = resources(withAny: id)
        guard let old = matches.first else {
            guard new.behavior != .merge, new.behavior != .replace else {
                throw refusal(
                    .generatorConflict, "there is no \(id) to \(new.behavior.rawValue)", at: new.place,
                    hint: "check name and namespace, or use behavior \"create\"")
            }
            return try append(new)
        }
        guard matches.count == 1 else {
            throw refusal(
                .generatorConflict, "\(id) could \(new.behavior.rawValue) with \(matches.count) objects", at: new.place)
        }
        guard new.behavior == .merge || new.behavior == .replace else {
            var finding = Finding(
                .generatorConflict, "\(id) exists already", at: new.place,
                hint: "set behavior to \"merge\" or \"replace\"")
            finding.related = [RelatedPlace("first defined here", at: old.place)]
            throw Refused(finding)
        }
        new.inherit(from: old)
        replace(old, with: new)
    }
}

extension Resource {
    fileprivate func inherit(from old: Resource) {
        let isMerge = behavior == .merge
        for field in ["labels", "annotations"] { merge(["metadata", field], from: old) }
        name = old.name
        namespace = old.namespace
        keepBook(of: old)
        transformations = old.transformations + transformations
        needsHash = needsHash && old.needsHash
        behavior = old.behavior
        guard isMerge else { return }
        if let origin = old.origin { self.origin = origin }
        for field in ["data", "binaryData"] {
            merge([field], from: old)
            if root[field]?.mapping?.isEmpty == true { root[field] = nil }
        }
    }

    private func merge(_ path: [String], from old: Resource) {
        guard let oldEntries = old.root.at(path)?.entries, !oldEntries.isEmpty else { return }
        var merged = Mapping(oldEntries)
        for entry in root.at(path)?.entries ?? [] { merged[entry.key] = entry.value }
        root.set(Node(.mapping(merged), at: root.place), at: path)
    }
}
