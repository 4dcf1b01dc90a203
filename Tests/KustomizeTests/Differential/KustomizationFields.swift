/// Adds random fields to a kustomization.
struct KustomizationFields {
    let directory: String
    /// What patches, replacements and the like may mean.
    var objects: [Draft]

    mutating func add(to kustomization: inout Draft, by maker: inout ScenarioMaker) throws {
        switch maker.random.number(in: 0..<30) {
        case 0: kustomization["namespace"] = .text(maker.random.word("prod", "default", "other"), .plain)
        case 1: kustomization["namePrefix"] = .text(maker.random.word("pre-", "a.", "x"), .plain)
        case 2: kustomization["nameSuffix"] = .text(maker.random.word("-suf", "-v1", "x"), .plain)
        case 3...4: append(labels(&maker.random), to: "labels", of: &kustomization)
        case 5: kustomization["commonLabels"] = pairs(&maker.random)
        case 6: kustomization["commonAnnotations"] = pairs(&maker.random)
        case 7...8: append(image(&maker.random), to: "images", of: &kustomization)
        case 9: append(replica(&maker.random), to: "replicas", of: &kustomization)
        case 10...12: append(generator("ConfigMap", &maker), to: "configMapGenerator", of: &kustomization)
        case 13...14: append(generator("Secret", &maker), to: "secretGenerator", of: &kustomization)
        case 15: kustomization["generatorOptions"] = generatorOptions(&maker.random)
        case 16...20: append(patch(&maker), to: "patches", of: &kustomization)
        case 21: append(mergePatch(&maker), to: "patchesStrategicMerge", of: &kustomization)
        case 22: append(jsonPatch(&maker), to: "patchesJson6902", of: &kustomization)
        case 23...25: append(replacement(&maker), to: "replacements", of: &kustomization)
        case 26: append(variable(&maker.random), to: "vars", of: &kustomization)
        case 27: append(plugin(&maker), to: "transformers", of: &kustomization)
        case 28: append(configuration(&maker), to: "configurations", of: &kustomization)
        default: rare(&kustomization, &maker)
        }
    }

    private func append(_ element: Draft?, to field: String, of kustomization: inout Draft) {
        guard let element else { return }
        kustomization[field] = .list((kustomization[field]?.elements ?? []) + [element])
    }

    func object(_ random: inout SeededRandom) -> Draft? { random.pick(objects) }

    // MARK: Simple fields

    func pairs(_ random: inout SeededRandom) -> Draft {
        var pairs = Draft.map([:])
        for _ in 0..<random.number(in: 1..<3) {
            // A key that is set twice in a build changes wherever kustomize happens to share its value: see Docs.
            pairs["k\(random.number(in: 0..<1_000_000))"] =
                random.chance(80)
                ? .text(random.word("x", "a-b", "v1", "prod"), .plain) : .text(random.string(), .double)
        }
        return pairs
    }

    private func labels(_ random: inout SeededRandom) -> Draft {
        var label = Draft.map(["pairs": pairs(&random)])
        // Templates without selectors have meant those of volume claims too until 5.8.
        switch random.word("neither", "selectors", "both") {
        case "selectors": label["includeSelectors"] = .raw("true")
        case "both":
            label["includeSelectors"] = .raw("true")
            label["includeTemplates"] = .raw(random.word("true", "false"))
        default: break
        }
        if random.chance(20) {
            label["fields"] = .list([
                .map([
                    "path": .text(
                        random.word("spec/extra/labels", "spec/template/metadata/labels", "metadata/labels"), .plain),
                    "create": .raw(random.word("true", "false")),
                    "kind": random.chance(50) ? object(&random)?["kind"] : nil,
                ])
            ])
        }
        return label
    }

    private func image(_ random: inout SeededRandom) -> Draft {
        var image = Draft.map([
            "name": .text(
                random.word("nginx", "app", "registry.example:5000/team/app", "quay.io/a/b", "n.*", "none"), .plain)
        ])
        if random.chance(50) { image["newName"] = .text(random.word("other", "mirror.example/x/nginx", "app"), .plain) }
        if random.chance(60) {
            image["newTag"] =
                random.chance(80)
                ? .text(random.word("v2", "1.26", "1", "1e3"), .double) : .raw(random.word("1.5", "v3", "010", "null"))
        }
        if random.chance(25) { image["digest"] = .text("sha256:def", .plain) }
        if random.chance(5) { image["tagSuffix"] = .text("-alpine", .plain) }
        return image
    }

    private func replica(_ random: inout SeededRandom) -> Draft {
        let scaled = objects.filter { ["Deployment", "StatefulSet", "ReplicaSet"].contains($0.kind) }
        let name = random.pick(scaled.map(\.name), or: random.chance(20) ? "app" : "")
        guard !name.isEmpty else { return .map(["name": .text("web", .plain), "count": .raw("2")]) }
        return .map(["name": .text(name, .plain), "count": .raw(random.word("0", "2", "5"))])
    }

    private func rare(_ kustomization: inout Draft, _ maker: inout ScenarioMaker) {
        switch maker.random.number(in: 0..<4) {
        case 0:
            kustomization["buildMetadata"] = .texts([maker.random.word("originAnnotations", "transformerAnnotations")])
        case 1: kustomization["sortOptions"] = .map(["order": .text(maker.random.word("fifo", "legacy"), .plain)])
        case 2:
            kustomization["sortOptions"] = .map([
                "order": "legacy",
                "legacySortOptions": .map([
                    "orderFirst": .texts(["Service", "Deployment"]), "orderLast": .texts(["ConfigMap", "Namespace"]),
                ]),
            ])
        default: append(definition(&maker), to: "crds", of: &kustomization)
        }
    }

    // MARK: Configurations

    private func configuration(_ maker: inout ScenarioMaker) -> Draft {
        let kind = object(&maker.random)?.kind ?? "Thing"
        func spec(_ path: String, _ creates: Bool?) -> Draft {
            .map(["path": .text(path, .plain), "kind": .text(kind, .plain), "create": creates.map { .raw(String($0)) }])
        }
        var file = Draft.map([:])
        switch maker.random.number(in: 0..<6) {
        case 0: file["namePrefix"] = .list([spec("spec/a", false)])
        case 1: file["commonLabels"] = .list([spec("spec/labels", true)])
        case 2: file["images"] = .list([spec("spec/a/image", nil), spec("spec/image", nil)])
        case 3:
            file["varReference"] = .list([spec("spec/a", nil), spec("data", nil), spec("metadata/annotations", nil)])
        case 4:
            file["nameReference"] = .list([
                .map([
                    "kind": .text(object(&maker.random)?.kind ?? "ConfigMap", .plain),
                    "fieldSpecs": .list([spec("spec/a", nil), spec("spec/selector/app", nil)]),
                ])
            ])
        default: file["replicas"] = .list([spec("spec/count", true)])
        }
        return .text(maker.newFile(.documents([file]), in: directory), .plain)
    }

    private func definition(_ maker: inout ScenarioMaker) -> Draft {
        let properties = Draft.map([
            "kind": .map(["type": "string"]), "apiVersion": .map(["type": "string"]),
            "metadata": .map(["type": "object"]),
            "spec": .map([
                "properties": .map([
                    "a": .map([
                        "x-kubernetes-object-ref-kind": .text(maker.random.word("ConfigMap", "Secret"), .plain),
                        "x-kubernetes-object-ref-api-version": "v1", "type": "string",
                    ])
                ])
            ]),
        ])
        let schema = Draft.map(["Schema": .map(["properties": properties])])
        return .text(maker.newFile(.documents([.map(["example.com/v1.Thing": schema])]), in: directory), .plain)
    }
}
