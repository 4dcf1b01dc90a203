/// Makes strategic merge patches out of the objects that they are for.
struct PatchMaker {
    func patch(for object: Draft, _ maker: inout ScenarioMaker) -> Draft {
        var patch = Draft.map([
            "apiVersion": object["apiVersion"], "kind": object["kind"],
            "metadata": .map(["name": .text(object.name, .plain), "namespace": object.at("metadata", "namespace")]),
        ])
        if maker.random.chance(5) {
            patch["$patch"] = "delete"
            return patch
        }
        if maker.random.chance(25) {
            var metadata = patch["metadata"]
            metadata?["labels"] = .map([
                "added": "x", "tier": maker.random.chance(20) ? .raw("null") : maker.random.text(),
            ])
            if maker.random.chance(40) { metadata?["annotations"] = .map(["note": maker.random.text()]) }
            patch["metadata"] = metadata
        }
        let fields = object.entries.filter { !["apiVersion", "kind", "metadata"].contains($0.key ?? "") }
        for entry in fields where maker.random.chance(70) {
            patch[entry.key ?? ""] = change(entry.value, &maker, depth: 0)
        }
        if maker.random.chance(5) { patch["new"] = maker.random.scalar() }
        return patch
    }

    private func change(_ draft: Draft, _ maker: inout ScenarioMaker, depth: Int) -> Draft {
        switch draft {
        case .map(let entries, _):
            var result = Draft.map([:])
            for entry in entries where maker.random.chance(depth < 3 ? 45 : 30) {
                result[entry.key ?? ""] =
                    maker.random.chance(8) ? .raw("null") : change(entry.value, &maker, depth: depth + 1)
            }
            if maker.random.chance(12) { result["added"] = addition(&maker) }
            if maker.random.chance(4) {
                result["$patch"] = .text(maker.random.word("delete", "replace", "merge"), .plain)
            }
            return result
        case .list(let entries, _) where entries.contains { $0.value.isMap }:
            return .list(elements(entries.map(\.value), &maker, depth: depth))
        case .list(let entries, _):
            var texts = entries.map(\.value).filter { _ in maker.random.chance(50) }
            if maker.random.chance(60) { texts.append("added") }
            return .list(texts)
        default: return maker.random.chance(15) ? addition(&maker) : .text(maker.random.word("patched", "p-1"), .plain)
        }
    }

    private func addition(_ maker: inout ScenarioMaker) -> Draft {
        switch maker.random.number(in: 0..<5) {
        case 0: .map(["x": maker.random.scalar()])
        case 1: .list([maker.random.scalar()])
        case 2: .map(["y": .map([:]), "z": .texts([])])
        default: maker.random.scalar()
        }
    }

    /// Elements keep what tells them apart from others.
    private func elements(_ elements: [Draft], _ maker: inout ScenarioMaker, depth: Int) -> [Draft] {
        var result: [Draft] = []
        for element in elements where maker.random.chance(55) {
            var changed = change(element, &maker, depth: depth + 1)
            for key in Self.identities {
                guard let identity = element[key] else { continue }
                changed[key] = identity
            }
            result.append(changed)
        }
        if maker.random.chance(15), let last = elements.last {
            var copy = last
            for key in ["name", "mountPath", "containerPort"] where copy[key] != nil {
                copy[key] = key == "containerPort" ? .raw("9090") : .text("/new", .plain)
            }
            result.insert(copy, at: 0)
        }
        if maker.random.chance(3) {
            result.append(.map(["$patch": .text(maker.random.word("replace", "delete"), .plain)]))
        }
        if maker.random.chance(5), let name = elements.first?["name"] {
            result.append(.map(["name": name, "$patch": "delete"]))
        }
        return result
    }

    private static let identities = [
        "name", "containerPort", "port", "protocol", "mountPath", "ip", "topologyKey", "whenUnsatisfiable", "key",
    ]
}
