extension KustomizationFields {
    func replacement(_ maker: inout ScenarioMaker) -> Draft? {
        guard let from = object(&maker.random), let to = object(&maker.random) else { return nil }
        var source = selection(of: from)
        if maker.random.chance(80) { source["fieldPath"] = .text(dotted(scalarPath(in: from, &maker.random)), .plain) }
        let path = scalarPath(in: to, &maker.random)
        var target = Draft.map(["select": select(to, &maker.random)])
        if maker.random.chance(95) {
            target["fieldPaths"] = .list([.text(dotted(path, in: to, &maker.random), .plain)])
        }
        if maker.random.chance(20) { target["options"] = .map(["create": .raw("true")]) }
        if maker.random.chance(15) {
            let delimiter = maker.random.word("/", ":", "-", ".")
            let index = maker.random.word("0", "1", "2", "-1")
            source["options"] =
                maker.random.chance(50)
                ? .map(["delimiter": .text(delimiter, .single), "index": .raw(maker.random.word("0", "0", "1"))]) : nil
            target["options"] = .map(["delimiter": .text(delimiter, .single), "index": .raw(index)])
        }
        if maker.random.chance(15), let other = object(&maker.random) {
            target["reject"] = .list([.map(["kind": other["kind"], "name": .text(other.name, .plain)])])
        }
        let replacement = Draft.map(["source": source, "targets": .list([target])])
        guard maker.random.chance(20) else { return replacement }
        let content = maker.random.chance(50) ? replacement : .list([replacement])
        return .map(["path": .text(maker.newFile(.documents([content]), in: directory), .plain)])
    }

    private func select(_ object: Draft, _ random: inout SeededRandom) -> Draft {
        guard random.chance(30) else { return selection(of: object) }
        return random.chance(50)
            ? .map(["kind": object["kind"]]) : .map(["name": .text(object.name, .plain)])
    }

    private func selection(of object: Draft) -> Draft {
        .map([
            "kind": object["kind"], "name": .text(object.name, .plain), "namespace": object.at("metadata", "namespace"),
        ])
    }

    /// The way to a scalar; sometimes only a part of it.
    private func scalarPath(in object: Draft, _ random: inout SeededRandom) -> [String] {
        let path = object.randomPath(&random)
        let isMetadata = path.first == "metadata" && path.count < 3 && path.last != "namespace"
        return isMetadata || random.chance(15) ? ["metadata", "name"] : path
    }

    /// The path as replacements write it, with other ways to name an element of a list.
    func dotted(_ path: [String], in object: Draft? = nil, _ random: inout SeededRandom) -> String {
        var node = object
        var steps: [String] = []
        for step in path {
            var written = step.replacing(".", with: "\\.")
            if let list = node, list.isList, let index = Int(step) {
                if let name = list.elements[index]["name"]?.text, random.chance(50) {
                    written = "[name=\(name)]"
                } else if random.chance(30) {
                    written = "*"
                }
            }
            steps.append(written)
            node = node?.at([step])
        }
        if random.chance(8) { steps.append("extra") }
        return steps.joined(separator: ".")
    }

    func dotted(_ path: [String]) -> String {
        path.map { $0.replacing(".", with: "\\.") }.joined(separator: ".")
    }

    /// An entry of `vars`; `$(A)` and `$(NAME)` stand in the objects.
    func variable(_ random: inout SeededRandom) -> Draft? {
        guard let object = object(&random) else { return nil }
        var variable = Draft.map([
            "name": .text(random.word("NAME", "A", "OTHER"), .plain),
            "objref": .map([
                "apiVersion": object["apiVersion"], "kind": object["kind"], "name": .text(object.name, .plain),
            ]),
        ])
        if random.chance(50) {
            let path = random.chance(70) ? "metadata.name" : dotted(object.randomPath(&random))
            variable["fieldref"] = .map(["fieldpath": .text(path, .plain)])
        }
        return variable
    }
}
