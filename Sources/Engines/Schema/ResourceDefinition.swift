package import KubeTypes

/// A kind that the API serves: its names, its scope and its versions. What a CustomResourceDefinition says, also for
/// kinds that are built in.
package struct ResourceDefinition: Sendable {
    package enum Scope: String, Sendable {
        case namespaced = "Namespaced"
        case cluster = "Cluster"
    }

    package var group: String
    package var kind: String
    package var listKind: String
    package var plural: String
    package var singular: String
    package var shortNames: [String]
    package var categories: [String]
    package var scope: Scope
    /// In the order of the definition.
    package var versions: [Version]
    package var isBuiltIn: Bool

    package init(
        group: String, kind: String, plural: String, singular: String = "", listKind: String = "",
        shortNames: [String] = [], categories: [String] = [], scope: Scope = .namespaced, versions: [Version] = [],
        isBuiltIn: Bool = false
    ) {
        self.group = group
        self.kind = kind
        self.plural = plural
        self.singular = singular.isEmpty ? kind.lowercased() : singular
        self.listKind = listKind.isEmpty ? kind + "List" : listKind
        self.shortNames = shortNames
        self.categories = categories
        self.scope = scope
        self.versions = versions
        self.isBuiltIn = isBuiltIn
    }

    package var groupKind: GroupKind { GroupKind(group: group, kind: kind) }
    package var groupResource: GroupResource { GroupResource(group: group, resource: plural) }
    /// The name of its CustomResourceDefinition: `virtualservices.networking.istio.io`.
    package var name: String { groupResource.description }
    package var isNamespaced: Bool { scope == .namespaced }

    package func version(_ name: String) -> Version? { versions.first { $0.name == name } }
    package var servedVersions: [Version] { versions.filter(\.isServed) }
    package var storageVersion: Version? { versions.first(where: \.isStorage) }
}

extension ResourceDefinition {
    package struct Version: Sendable {
        package var name: String
        package var isServed: Bool
        package var isStorage: Bool
        package var schema: Schema
        package var hasStatusSubresource: Bool
        package var scale: Scale?
        package var printerColumns: [PrinterColumn]
        /// `selectableFields`: JSON paths that a field selector may name.
        package var selectableFields: [String]
        package var isDeprecated: Bool
        package var deprecationWarning: String?
        /// Older releases of the project serve it, and current ones do no more.
        package var isDropped = false
        /// What to write instead of a dropped version, where its name alone does not say it.
        package var droppedAdvice: String?

        package init(
            name: String, isServed: Bool = true, isStorage: Bool = false, schema: Schema,
            hasStatusSubresource: Bool = false, scale: Scale? = nil, printerColumns: [PrinterColumn] = [],
            selectableFields: [String] = [], isDeprecated: Bool = false, deprecationWarning: String? = nil
        ) {
            self.name = name
            self.isServed = isServed
            self.isStorage = isStorage
            self.schema = schema
            self.hasStatusSubresource = hasStatusSubresource
            self.scale = scale
            self.printerColumns = printerColumns
            self.selectableFields = selectableFields
            self.isDeprecated = isDeprecated
            self.deprecationWarning = deprecationWarning
        }
    }

    /// Where the subresource `scale` finds its numbers; JSON paths.
    package struct Scale: Hashable, Sendable {
        package var specReplicasPath: String
        package var statusReplicasPath: String
        package var labelSelectorPath: String?

        package init(specReplicasPath: String, statusReplicasPath: String, labelSelectorPath: String? = nil) {
            self.specReplicasPath = specReplicasPath
            self.statusReplicasPath = statusReplicasPath
            self.labelSelectorPath = labelSelectorPath
        }
    }

    /// A column of `kubectl get`.
    package struct PrinterColumn: Hashable, Sendable {
        package var name: String
        package var type: String
        package var format: String?
        package var description: String?
        package var jsonPath: String
        package var priority: Int

        package init(
            name: String, type: String, jsonPath: String, format: String? = nil, description: String? = nil,
            priority: Int = 0
        ) {
            self.name = name
            self.type = type
            self.jsonPath = jsonPath
            self.format = format
            self.description = description
            self.priority = priority
        }
    }
}
