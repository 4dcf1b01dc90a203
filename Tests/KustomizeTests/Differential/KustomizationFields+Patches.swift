extension KustomizationFields {
    /// An entry of `patches`.
    func patch(_ maker: inout ScenarioMaker) -> Draft? {
        guard let object = object(&maker.random) else { return nil }
        var patch = Draft.map([:])
        let isJSON = maker.random.chance(35)
        let hasTarget = isJSON || maker.random.chance(40)
        var content: Draft
        if isJSON {
            content = operations(on: object, &maker.random)
        } else {
            content = PatchMaker().patch(for: object, &maker)
            if hasTarget, maker.random.chance(30) {
                var metadata = content["metadata"]
                metadata?["name"] = "ignored"
                content["metadata"] = metadata
            }
        }
        var documents = [content]
        if !isJSON, !hasTarget, maker.random.chance(15), let other = self.object(&maker.random) {
            documents.append(PatchMaker().patch(for: other, &maker))
        }
        if maker.random.chance(60) {
            patch["patch"] = .embedded(documents)
        } else {
            patch["path"] = .text(maker.newFile(.documents(documents), in: directory), .plain)
        }
        if hasTarget { patch["target"] = target(object, &maker.random) }
        if maker.random.chance(15) {
            patch["options"] = .map([
                "allowNameChange": .raw(maker.random.word("true", "false")),
                "allowKindChange": maker.random.chance(50) ? .raw(maker.random.word("true", "false")) : nil,
            ])
        }
        return patch
    }

    func mergePatch(_ maker: inout ScenarioMaker) -> Draft? {
        guard let object = object(&maker.random) else { return nil }
        let patch = PatchMaker().patch(for: object, &maker)
        return maker.random.chance(50)
            ? .embedded([patch]) : .text(maker.newFile(.documents([patch]), in: directory), .plain)
    }

    func jsonPatch(_ maker: inout ScenarioMaker) -> Draft? {
        guard let object = object(&maker.random) else { return nil }
        let operations = operations(on: object, &maker.random)
        let (group, version) = object.groupAndVersion
        var target = Draft.map([
            "version": .text(version, .plain), "kind": .text(object.kind, .plain), "name": .text(object.name, .plain),
        ])
        if !group.isEmpty { target["group"] = .text(group, .plain) }
        if !object.namespace.isEmpty { target["namespace"] = .text(object.namespace, .plain) }
        return maker.random.chance(50)
            ? .map(["target": target, "patch": .embedded([operations])])
            : .map(["target": target, "path": .text(maker.newFile(.documents([operations]), in: directory), .plain)])
    }

    /// What selects the object, or several like it.
    func target(_ object: Draft, _ random: inout SeededRandom) -> Draft {
        var target = Draft.map([:])
        if random.chance(75) { target["kind"] = .text(random.chance(85) ? object.kind : ".*Set|Deployment", .plain) }
        if random.chance(60) {
            target["name"] = .text(
                random.pick([object.name, object.name, String(object.name.prefix(2)) + ".*", ".*", "a|b|web"], or: ""),
                .plain)
        }
        let (group, version) = object.groupAndVersion
        if random.chance(15) { target["group"] = .text(group, .plain) }
        if random.chance(15) { target["version"] = .text(version, .plain) }
        if random.chance(15) { target["namespace"] = .text(object.namespace, .plain) }
        if random.chance(15) {
            target["labelSelector"] = .text(
                random.word("app=app", "app", "!app", "app in (app,web)", "app!=web", "tier"), .single)
        }
        if random.chance(8) { target["annotationSelector"] = .text(random.word("a=x", "note", "!a"), .single) }
        if target.entries.isEmpty { target["kind"] = .text(object.kind, .plain) }
        return target
    }

    private func operations(on object: Draft, _ random: inout SeededRandom) -> Draft {
        var operations: [Draft] = []
        for _ in 0..<random.number(in: 1..<4) {
            let path = object.randomPath(&random)
            let pointer = path.map { "/" + $0.replacing("~", with: "~0").replacing("/", with: "~1") }.joined()
            let word = random.word("replace", "replace", "add", "add", "remove", "test", "copy", "move")
            var operation = Draft.map(["op": .text(word, .plain), "path": .text(pointer, .plain)])
            switch word {
            case "replace": operation["value"] = value(&random)
            case "test": operation["value"] = object.at(path).flatMap { $0.isScalar ? $0 : nil } ?? value(&random)
            case "add":
                operation["path"] = .text(pointer + random.word("", "", "/new", "/-", "/0"), .plain)
                operation["value"] = value(&random)
            case "copy", "move":
                operation["from"] = .text(pointer, .plain)
                operation["path"] = .text(
                    "/" + random.word("copied", "spec/copied", "metadata/annotations/copied"), .plain)
            default: break
            }
            operations.append(operation)
        }
        return .list(operations)
    }

    func value(_ random: inout SeededRandom) -> Draft {
        switch random.number(in: 0..<6) {
        case 0: .map(["k": random.scalar(), "l": "m"])
        case 1: .list([random.scalar(), "n"])
        case 2: .raw(random.word("5", "true", "null", "1.5", "[]", "{}"))
        case 3: random.scalar()
        default: .text(random.word("new", "x-y", "v2"), .plain)
        }
    }
}

extension Draft {
    var groupAndVersion: (String, String) {
        let parts = apiVersion.split(separator: "/").map(String.init)
        return parts.count == 2 ? (parts[0], parts[1]) : ("", parts.first ?? "")
    }

    /// The way to some value, not the name or the type.
    func randomPath(_ random: inout SeededRandom) -> [String] {
        var path: [String] = []
        var node = self
        while !node.entries.isEmpty {
            let index = random.number(in: 0..<node.entries.count)
            let entry = node.entries[index]
            if path.isEmpty, ["apiVersion", "kind"].contains(entry.key ?? "") { continue }
            if path == ["metadata"], entry.key == "name" {
                if node.entries.count == 1 { break }
                continue
            }
            path.append(entry.key ?? String(index))
            node = entry.value
            if random.chance(15), path.count > 1 { break }
        }
        return path
    }

    func at(_ path: [String]) -> Draft? {
        var node = self
        for step in path {
            let next =
                node.isList
                ? Int(step).flatMap { node.elements.indices.contains($0) ? node.elements[$0] : nil } : node[step]
            guard let next else { return nil }
            node = next
        }
        return node
    }
}
