extension KustomizationFields {
    mutating func generator(_ kind: String, _ maker: inout ScenarioMaker) -> Draft {
        let name = maker.random.pick(ObjectSampler.names, or: "")
        var generator = Draft.map(["name": .text(name, .plain)])
        let existing = objects.filter { $0.kind == kind }
        let made = Draft.map([
            "apiVersion": "v1", "kind": .text(kind, .plain), "metadata": .map(["name": .text(name, .plain)]),
        ])
        if let old = maker.random.pick(existing),
            maker.random.chance(60) || existing.contains(where: { $0.name == name })
        {
            generator["name"] = .text(old.name, .plain)
            generator["behavior"] = .text(maker.random.word("merge", "replace", "merge"), .plain)
            if !old.namespace.isEmpty { generator["namespace"] = .text(old.namespace, .plain) }
        } else {
            if maker.random.chance(10) { generator["namespace"] = .text(maker.random.word("prod", "default"), .plain) }
            if maker.random.chance(10) { generator["behavior"] = "create" }
            objects.append(made)
        }
        if maker.random.chance(70) {
            generator["literals"] = .list(literals(&maker.random))
        }
        if maker.random.chance(30) { generator["files"] = .list([file(&maker)]) }
        if maker.random.chance(25) { generator["envs"] = .list([environment(&maker)]) }
        if maker.random.chance(25) { generator["options"] = generatorOptions(&maker.random) }
        if kind == "Secret", maker.random.chance(30) {
            generator["type"] = .text(maker.random.word("kubernetes.io/tls", "Opaque"), .plain)
        }
        return generator
    }

    func generatorOptions(_ random: inout SeededRandom) -> Draft {
        var options = Draft.map([:])
        if random.chance(40) { options["disableNameSuffixHash"] = .raw(random.word("true", "true", "false")) }
        if random.chance(30) { options["labels"] = pairs(&random) }
        if random.chance(30) { options["annotations"] = pairs(&random) }
        if random.chance(20) { options["immutable"] = .raw(random.word("true", "false")) }
        if options.entries.isEmpty { options["disableNameSuffixHash"] = .raw("true") }
        return options
    }

    private func literals(_ random: inout SeededRandom) -> [Draft] {
        var keys = ["a", "b.c", "D_E", "config.yaml", "x-1"]
        return (0..<random.number(in: 1..<4)).map { _ in
            let key = keys.remove(at: random.number(in: 0..<keys.count))
            let value =
                random.chance(50)
                ? random.word(
                    "1", "x", "a=b", "'q'", "\"q\"", "", " s ", "'", "\"a'", "true", "a b", "<x>&y", "\"a\" b \"c\"")
                : random.string()
            return .text("\(key)=\(value)", random.pick([.plain, .double, .single, .literal], or: .plain))
        }
    }

    private func file(_ maker: inout ScenarioMaker) -> Draft {
        let bytes: [UInt8] =
            switch maker.random.number(in: 0..<6) {
            case 0: [0xFF, 0xFE, 0x00, 0x41]
            case 1: (0..<200).map { UInt8($0) }
            case 2: Array("a: b\nc: d\n".utf8)
            case 3: Array("line\r\nother\r\n".utf8)
            default: Array(maker.random.string().utf8)
            }
        let path = maker.newFile(.bytes(bytes), in: directory, suffix: maker.random.word(".txt", ".conf", ""))
        return .text(maker.random.chance(50) ? path : maker.random.word("key", "some.file", "K_1") + "=" + path, .plain)
    }

    private func environment(_ maker: inout ScenarioMaker) -> Draft {
        let lines = (0..<maker.random.number(in: 1..<5)).map { index in
            maker.random.pick(
                [
                    "E\(index)=x", "  F\(index)=y ", "# no", "", "G\(index)='q'", "H\(index)=\"a b\"", "I\(index)=a=b",
                    "J\(index)=", "K\(index)=x # y",
                ],
                or: "")
        }
        let text = lines.joined(separator: maker.random.chance(85) ? "\n" : "\r\n") + maker.random.word("", "\n")
        return .text(maker.newFile(.bytes(Array(text.utf8)), in: directory, suffix: ".env"), .plain)
    }
}
