extension KustomizationFields {
    /// An entry of `transformers`: the configuration of a built-in one, in a file or as a text.
    func plugin(_ maker: inout ScenarioMaker) -> Draft? {
        guard var configuration = configured(&maker) else { return nil }
        configuration["apiVersion"] = "builtin"
        if configuration["metadata"] == nil { configuration["metadata"] = .map(["name": "plugin"]) }
        return maker.random.chance(40)
            ? .embedded([configuration]) : .text(maker.newFile(.documents([configuration]), in: directory), .plain)
    }

    private func configured(_ maker: inout ScenarioMaker) -> Draft? {
        let names = Draft.list([.map(["path": "metadata/name"])])
        func fields(_ paths: String..., creates: Bool = true) -> Draft {
            .list(paths.map { .map(["path": .text($0, .plain), "create": .raw(String(creates))]) })
        }
        switch maker.random.number(in: 0..<13) {
        case 0: return .map(["kind": "PrefixTransformer", "prefix": "pp-", "fieldSpecs": names])
        case 1: return .map(["kind": "SuffixTransformer", "suffix": "-ss", "fieldSpecs": names])
        case 2:
            return .map([
                "kind": "LabelTransformer", "labels": pairs(&maker.random), "fieldSpecs": fields("metadata/labels"),
            ])
        case 3:
            return .map([
                "kind": "AnnotationsTransformer", "annotations": pairs(&maker.random),
                "fieldSpecs": fields("metadata/annotations", "spec/template/metadata/annotations"),
            ])
        case 4:
            return .map([
                "kind": "NamespaceTransformer", "metadata": .map(["name": "ns", "namespace": "moved"]),
                "unsetOnly": maker.random.chance(40) ? .raw(maker.random.word("true", "false")) : nil,
                "setRoleBindingSubjects": maker.random.chance(40)
                    ? .text(maker.random.word("none", "defaultOnly", "allServiceAccounts"), .plain) : nil,
                "fieldSpecs": fields("metadata/namespace"),
            ])
        case 5:
            return .map([
                "kind": "ImageTagTransformer", "imageTag": .map(["name": "nginx", "newTag": "v9"]),
                "fieldSpecs": maker.random.chance(50)
                    ? fields("spec/image", "spec/containers[]/image", creates: false) : nil,
            ])
        case 6:
            return .map([
                "kind": "ReplicaCountTransformer",
                "replica": .map(["name": .text(object(&maker.random)?.name ?? "app", .plain), "count": .raw("7")]),
                "fieldSpecs": fields("spec/replicas"),
            ])
        case 7...8:
            guard let patch = patch(&maker) else { return nil }
            var configuration = patch
            configuration["kind"] = "PatchTransformer"
            return configuration
        case 9:
            guard let object = object(&maker.random) else { return nil }
            return .map([
                "kind": "PatchStrategicMergeTransformer",
                "patches": .embedded([PatchMaker().patch(for: object, &maker)]),
            ])
        case 10:
            guard var configuration = jsonPatch(&maker) else { return nil }
            if let patch = configuration["patch"] {
                configuration["patch"] = nil
                configuration["jsonOp"] = patch
            }
            configuration["kind"] = "PatchJson6902Transformer"
            return configuration
        case 11:
            guard let object = object(&maker.random) else { return nil }
            return .map([
                "kind": "ValueAddTransformer", "value": "added",
                "targets": .list([
                    .map([
                        "fieldPath": .text(
                            maker.random.word("metadata/namespace", "spec/added", "metadata/annotations/path"), .plain),
                        "selector": .map(["kind": object["kind"]]),
                    ])
                ]),
            ])
        default:
            guard let replacement = replacement(&maker) else { return nil }
            return .map(["kind": "ReplacementTransformer", "replacements": .list([replacement])])
        }
    }
}
