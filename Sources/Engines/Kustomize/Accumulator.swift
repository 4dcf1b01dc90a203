import Diagnostics
import FileTree
import Tree

/// Runs one kustomization: resources, generators, components, transformers, validators, variables, in this order.
struct Accumulator {
    let kustomization: Kustomization
    let context: BuildContext
    /// The directories that led here, to find circles.
    let ancestors: [TreePath]
    /// This kustomization's directory, with the path to it as the ones above spell it.
    let origin: Origin

    /// Reads the kustomization of `directory`.
    init(
        _ directory: TreePath, context: BuildContext, ancestors: [TreePath], origin: Origin, at place: Place
    ) throws(Refused) {
        if let start = ancestors.firstIndex(of: directory) {
            let circle = (ancestors[start...] + [directory]).map(\.description).joined(separator: " -> ")
            throw refusal(
                .kustomizationCycle, "kustomizations name each other in a circle: \(circle)", at: place,
                hint: "remove one of the references")
        }
        guard ancestors.count < context.options.depthLimit else {
            throw refusal(
                .kustomizationCycle, "kustomizations nest deeper than \(context.options.depthLimit) levels", at: place)
        }
        context.kustomizationCount += 1
        guard context.kustomizationCount <= context.options.kustomizationLimit else {
            throw refusal(
                .kustomizationCycle, "the build runs more than \(context.options.kustomizationLimit) kustomizations",
                at: place, hint: "bases that name each other many times multiply: name each once")
        }
        let (path, text) = try context.loader.kustomization(in: directory, at: place)
        kustomization = try Kustomization(text, path: path, directory: directory, findings: &context.findings)
        self.context = context
        self.ancestors = ancestors + [directory]
        self.origin = origin
    }

    func run(_ start: Accumulation = Accumulation()) throws(Refused) -> Accumulation {
        try loadSchema()
        var result = start
        let resources = kustomization.texts("resources") + kustomization.texts("bases")
        for (path, place) in resources { try add(path, at: place, to: &result) }
        try addConfigurations(to: &result.config)
        let plugins = PluginFactory(accumulator: self)
        for resource in try plugins.generated() { try result.set.absorb(resource) }
        for (path, place) in kustomization.texts("components") {
            try addDirectory(path, at: place, to: &result, isComponent: true)
        }
        for transform in try plugins.transforms(try result.config.withBuiltIn()) {
            try apply(transform, to: &result.set)
        }
        try validate(&result.set, plugins)
        try result.variables.define(kustomization.elements("vars"), in: result.set)
        return result
    }

    // MARK: Resources

    private func add(_ path: String, at place: Place, to result: inout Accumulation) throws(Refused) {
        let found = try context.loader.find(path, in: kustomization.directory, at: place)
        if found.kind == .directory {
            return try addDirectory(path, at: place, to: &result, isComponent: false)
        }
        let read = try context.loader.documents(found, spelling: .annotations)
        context.findings += read.findings
        for node in try ObjectReader.objects(in: read.documents) {
            context.hasReadObjects = true
            let resource = Resource(node, spellings: read.spellings)
            if context.tracksOrigin { resource.origin = origin.appending(path) }
            try result.set.append(resource)
        }
        guard result.set.resources.count <= context.options.objectLimit else {
            throw refusal(
                .kustomizationCycle, "the build holds more than \(context.options.objectLimit) objects", at: place)
        }
    }

    private func addDirectory(
        _ path: String, at place: Place, to result: inout Accumulation, isComponent: Bool
    ) throws(Refused) {
        let inner = try nested(path, at: place)
        guard inner.kustomization.isComponent == isComponent else {
            let (kind, list) = isComponent ? ("Kustomization", "resources") : ("Component", "components")
            throw refusal(
                .componentMisplaced, "\"\(path)\" is a \(kind)", at: place, hint: "list it under \"\(list)\"")
        }
        if isComponent {
            result = try inner.run(result)
            return
        }
        let other = try inner.run()
        try result.set.append(contentsOf: other.set)
        try result.config.merge(other.config)
        try result.variables.merge(other.variables)
    }

    private func nested(_ path: String, at place: Place) throws(Refused) -> Accumulator {
        let (directory, remote) = try context.loader.directory(path, in: kustomization.directory, at: place)
        return try Accumulator(
            directory, context: context, ancestors: ancestors, origin: origin.entering(remote, path), at: place)
    }

    /// The objects that configure plugins: inline, in files, or built from a directory.
    func pluginConfigurations(_ field: String) throws(Refused) -> [Resource] {
        var result = Accumulation()
        for element in kustomization.elements(field) {
            guard let text = element.scalarText else { continue }
            if text.contains("\n") || text.hasPrefix("{") {
                let documents = try embeddedYAML(
                    text, at: element.place, style: element.style,
                    indentation: kustomization.indentation(ofBlockAt: element.place), spelling: .annotations)
                for node in try ObjectReader.objects(in: documents.documents) {
                    let resource = Resource(node)
                    resource.origin = configurationOrigin
                    try result.set.append(resource)
                }
            } else {
                let known = result.set.resources.count
                let tracked = context.tracksOrigin
                context.tracksOrigin = true
                defer { context.tracksOrigin = tracked }
                try add(text, at: element.place, to: &result)
                for resource in result.set.resources[known...] {
                    resource.origin = resource.origin?.asConfiguration ?? Origin()
                }
            }
        }
        return result.set.resources
    }

    // MARK: Settings

    private func loadSchema() throws(Refused) {
        guard let settings = kustomization.node["openapi"], !context.hasOwnSchema else { return }
        let version = settings["version"]
        if let version, let path = settings["path"] {
            var finding = Finding(
                .openAPIInvalid, "\"openapi\" names a version and a path", at: version.place, hint: "keep one of them")
            finding.related = [RelatedPlace("the path", at: path.place)]
            throw Refused(finding)
        }
        if let version, let text = version.scalarText {
            guard text == "v1.21.2" else {
                throw refusal(
                    .openAPIInvalid, "there is no built-in OpenAPI version \"\(text)\"", at: version.place,
                    hint: "the one built in is v1.21.2: name that, or give a path")
            }
            context.schema = .builtIn
            context.hasOwnSchema = true
        }
        guard let path = settings["path"], let text = path.scalarText else { return }
        let read = try context.loader.documents(text, in: kustomization.directory, at: path.place)
        let document = read.documents.first ?? Node(.null)
        // What has been read by then, kustomize has looked up in its own schema, and that stays below the new one.
        context.schema = try MergeSchema(openAPI: document, overBuiltIn: context.hasReadObjects)
        context.hasOwnSchema = true
    }

    private func addConfigurations(to config: inout TransformerConfig) throws(Refused) {
        for (path, place) in kustomization.texts("configurations") {
            for document in try documents(of: path, at: place) {
                try config.merge(try TransformerConfig(document))
            }
        }
        for (path, place) in kustomization.texts("crds") {
            for document in try documents(of: path, at: place) {
                try config.merge(try TransformerConfig(definitions: document))
            }
        }
    }

    /// The documents of a file that are not empty.
    func documents(of path: String, at place: Place) throws(Refused) -> [Node] {
        try read(path, at: place, spelling: .asRead).documents.filter { !$0.isNull }
    }

    func read(_ path: String, at place: Place, spelling: MetadataSpelling) throws(Refused) -> YAMLDocuments {
        try context.loader.documents(path, in: kustomization.directory, at: place, spelling: spelling)
    }

    // MARK: Transforming

    private func apply(_ named: NamedTransform, to set: inout ResourceSet) throws(Refused) {
        try named.transform.apply(to: &set)
        set.dropGone()
        guard context.tracksOrigin else { return }
        var origin = named.origin ?? configurationOrigin
        origin.configuredBy = Origin.Plugin(
            apiVersion: "builtin", kind: named.kind, name: named.name, namespace: named.namespace)
        for resource in set.resources {
            if resource.origin == nil {
                resource.origin = origin
            } else {
                resource.transformations.append(origin)
            }
        }
    }

    /// Validators are transformers that may not change anything.
    private func validate(_ set: inout ResourceSet, _ plugins: PluginFactory) throws(Refused) {
        guard kustomization.node["validators"] != nil else { return }
        for resource in try pluginConfigurations("validators") {
            let transform = try plugins.transform(from: resource, TransformerConfig.builtIn)
            let before = set.resources.map(\.root)
            try transform.transform.apply(to: &set)
            guard set.resources.map(\.root) != before else { continue }
            throw refusal(
                .pluginUnknown, "validator \"\(resource.name)\" changes objects", at: resource.place,
                hint: "list it under \"transformers\"")
        }
    }

    // MARK: Origins

    /// The origin of what this kustomization's own fields make.
    var configurationOrigin: Origin { origin.appending(kustomization.path.lastComponent).asConfiguration }
}
