import Diagnostics
import FileTree
import KubeTypes
import Tree

/// Makes the generators and transformers that a kustomization asks for, by its own fields or by plugin configurations.
struct PluginFactory {
    let accumulator: Accumulator

    private var kustomization: Kustomization { accumulator.kustomization }
    private var context: BuildContext { accumulator.context }

    // MARK: Generators

    func generated() throws(Refused) -> [Resource] {
        var resources: [Resource] = []
        let options = kustomization.node["generatorOptions"]
        let fields: [(String, MapGenerator.Kind)] = [("configMapGenerator", .configMap), ("secretGenerator", .secret)]
        for (field, kind) in fields {
            for node in kustomization.elements(field) {
                let resource = try generator(kind, options).resource(from: node)
                note(
                    accumulator.configurationOrigin, kind: "\(kind.rawValue)Generator",
                    of: resource)
                resources.append(resource)
            }
        }
        guard kustomization.node["generators"] != nil else { return resources }
        for configuration in try accumulator.pluginConfigurations("generators") {
            resources += try generated(by: configuration)
        }
        return resources
    }

    private func generator(_ kind: MapGenerator.Kind, _ options: Node?) -> MapGenerator {
        let sources = KeyValueSources(loader: context.loader, directory: kustomization.directory) { [context] in
            context.findings.append($0)
        }
        return MapGenerator(kind: kind, sources: sources, globalOptions: options)
    }

    private func generated(by configuration: Resource) throws(Refused) -> [Resource] {
        let made: Resource
        switch configuration.kind {
        case "ConfigMapGenerator" where configuration.apiVersion == "builtin":
            made = try generator(.configMap, nil).resource(from: configuration.root)
        case "SecretGenerator" where configuration.apiVersion == "builtin":
            made = try generator(.secret, nil).resource(from: configuration.root)
        case "IAMPolicyGenerator" where configuration.apiVersion == "builtin":
            made = Resource(workloadIdentity(configuration.root))
        default: throw unknown(configuration, "generator")
        }
        note(
            configuration.origin ?? Origin(), kind: configuration.kind, name: configuration.name,
            namespace: configuration.namespace, of: made)
        return [made]
    }

    /// A service account bound to an account of Google's cloud.
    private func workloadIdentity(_ node: Node) -> Node {
        let account = node["serviceAccount"]
        let address = (account?["name"]?.scalarText ?? "") + "@" + (account?["projectId"]?.scalarText ?? "")
        var metadata: Node = [
            "name": Node(.string(node["kubernetesService"]?["name"]?.scalarText ?? "")),
            "annotations": ["iam.gke.io/gcp-service-account": Node(.string(address + ".iam.gserviceaccount.com"))],
        ]
        if let namespace = node["kubernetesService"]?["namespace"]?.scalarText, !namespace.isEmpty {
            metadata["namespace"] = Node(.string(namespace))
        }
        return Node(
            .mapping(
                Mapping([
                    .init("apiVersion", at: node.place, "v1"), .init("kind", at: node.place, "ServiceAccount"),
                    .init("metadata", at: node.place, metadata),
                ])), at: node.place)
    }

    private func note(
        _ origin: Origin, kind: String, name: String = "", namespace: String = "", of resource: Resource
    ) {
        guard context.tracksOrigin else { return }
        var origin = origin
        origin.configuredBy = Origin.Plugin(apiVersion: "builtin", kind: kind, name: name, namespace: namespace)
        resource.origin = origin
    }

    func unknown(_ configuration: Resource, _ what: String) -> Refused {
        let kind = configuration.kind
        var hint = "a build runs no other program: commit what it makes and list it under \"resources\""
        if kind.hasPrefix("HelmChart") {
            hint = "commit the output of \"helm template\" and list it under \"resources\""
        } else if configuration.apiVersion == "builtin", let near = nearestName(to: kind, among: Self.builtInKinds) {
            hint = "did you mean \"\(near)\"?"
        } else if configuration.apiVersion != "builtin", Self.builtInKinds.contains(kind) {
            hint = "built-in ones have the apiVersion \"builtin\""
        }
        return refusal(
            .pluginUnknown, "\(what) \"\(kind)\" (\(configuration.apiVersion)) \(detail(of: configuration))",
            at: configuration.place, hint: hint)
    }

    private func detail(of configuration: Resource) -> String {
        let annotations = configuration.root["metadata"]?["annotations"]
        guard let function = annotations?["config.kubernetes.io/function"] ?? annotations?["config.k8s.io/function"]
        else { return configuration.kind.hasPrefix("HelmChart") ? "runs Helm" : "is not built in" }
        let text = function.scalarText ?? ""
        return text.contains("exec")
            ? "runs a program" : text.contains("starlark") ? "runs a script" : "runs a container"
    }

    private static let builtInKinds = [
        "ConfigMapGenerator", "SecretGenerator", "IAMPolicyGenerator", "NamespaceTransformer", "PrefixTransformer",
        "SuffixTransformer", "PrefixSuffixTransformer", "LabelTransformer", "AnnotationsTransformer",
        "ImageTagTransformer", "ReplicaCountTransformer", "PatchTransformer", "PatchJson6902Transformer",
        "PatchStrategicMergeTransformer", "ReplacementTransformer", "ValueAddTransformer", "HashTransformer",
    ]

    // MARK: Transformers

    func transforms(_ config: TransformerConfig) throws(Refused) -> [NamedTransform] {
        var list = try ownTransforms(config)
        guard kustomization.node["transformers"] != nil else { return list }
        for configuration in try accumulator.pluginConfigurations("transformers") {
            list.append(try transform(from: configuration, config))
        }
        return list
    }

    private func ownTransforms(_ config: TransformerConfig) throws(Refused) -> [NamedTransform] {
        var list: [NamedTransform] = []
        func add(_ kind: String, _ transform: any Transform) {
            list.append(NamedTransform(kind: kind, transform: transform))
        }
        for element in kustomization.elements("patchesStrategicMerge") {
            add("PatchStrategicMergeTransformer", try strategicMerge(element))
        }
        for element in kustomization.elements("patches") { add("PatchTransformer", try patch(element)) }
        let namespace = kustomization.text("namespace")
        if !namespace.isEmpty {
            add(
                "NamespaceTransformer",
                NamespaceTransform(namespace: namespace, fields: config.namespace, place: place(of: "namespace")))
        }
        let (prefix, suffix) = (kustomization.text("namePrefix"), kustomization.text("nameSuffix"))
        if !prefix.isEmpty {
            add(
                "PrefixTransformer",
                AffixTransform(side: .prefix, text: prefix, fields: config.namePrefix, place: place(of: "namePrefix")))
        }
        if !suffix.isEmpty {
            add(
                "SuffixTransformer",
                AffixTransform(side: .suffix, text: suffix, fields: config.nameSuffix, place: place(of: "nameSuffix")))
        }
        for label in kustomization.elements("labels") { add("LabelTransformer", try labels(label, config)) }
        let commonLabels = kustomization.pairs("commonLabels")
        // Kustomize's list of origins has it too where it has nothing to set.
        if !commonLabels.isEmpty || !kustomization.elements("labels").isEmpty {
            add("LabelTransformer", PairsTransform(pairs: commonLabels, fields: config.labels))
        }
        let annotations = kustomization.pairs("commonAnnotations")
        if !annotations.isEmpty {
            add("AnnotationsTransformer", PairsTransform(pairs: annotations, fields: config.annotations))
        }
        for element in kustomization.elements("patchesJson6902") {
            add("PatchJson6902Transformer", try jsonPatch(element, text: "patch"))
        }
        for element in kustomization.elements("replicas") {
            add("ReplicaCountTransformer", replicas(element, config.replicas))
        }
        for element in kustomization.elements("images") + kustomization.elements("imageTags") {
            add("ImageTagTransformer", try ImageTransform(element, fields: config.images))
        }
        let replacements = kustomization.elements("replacements")
        if !replacements.isEmpty { add("ReplacementTransformer", try replacement(replacements)) }
        return list
    }

    private func place(of field: String) -> Place { kustomization.node[field]?.place ?? kustomization.place }

    private func labels(_ node: Node, _ config: TransformerConfig) throws(Refused) -> PairsTransform {
        var fields = (node["fields"]?.elements ?? []).map { FieldSpec($0) }
        if node["includeSelectors"]?.bool == true {
            try fields.merge(config.labels, at: node.place)
        } else {
            if node["includeTemplates"]?.bool == true { try fields.merge(config.templateLabels, at: node.place) }
            if node["includeVolumeClaimTemplates"]?.bool == true {
                try fields.merge([TransformerConfig.volumeClaimLabels], at: node.place)
            }
            try fields.merge(config.metadataLabels, at: node.place)
        }
        return PairsTransform(pairs: textPairs(node["pairs"]), fields: fields)
    }

    private func replicas(_ node: Node, _ fields: [FieldSpec]) -> ReplicasTransform {
        ReplicasTransform(
            name: node["name"]?.scalarText ?? "", count: node["count"] ?? Node(0), fields: fields, place: node.place)
    }

    func replacement(_ nodes: [Node]) throws(Refused) -> ReplacementTransform {
        var replacements: [Node] = []
        for node in nodes {
            guard let path = node["path"] else {
                replacements.append(node)
                continue
            }
            for document in try accumulator.documents(of: path.scalarText ?? "", at: path.place) {
                replacements += document.sequence ?? [document]
            }
        }
        return ReplacementTransform(replacements: replacements) { [context] in context.findings.append($0) }
    }
}
