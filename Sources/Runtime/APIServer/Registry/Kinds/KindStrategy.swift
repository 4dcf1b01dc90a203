internal import KubeTypes
internal import Tree

/// What one built-in kind demands beyond its schema, as the strategies and validations of Kubernetes' registry do.
protocol KindStrategy {
    /// Settles what clients cannot set, or what follows from other fields, after the owners of fields are told.
    ///
    /// - Parameter live: The object before; nil when it is new.
    static func prepare(_ object: inout KubeObject, from live: KubeObject?)

    /// What is wrong, in Kubernetes' words.
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause]
}

extension KindStrategy {
    static func prepare(_ object: inout KubeObject, from live: KubeObject?) {}
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] { [] }
}

enum KindStrategies {
    /// nil for kinds that are no more than their schema.
    static func strategy(of kind: GroupKind) -> (any KindStrategy.Type)? {
        switch (kind.group, kind.kind) {
        case ("", "Namespace"): NamespaceStrategy.self
        case ("", "ConfigMap"): ConfigMapStrategy.self
        case ("", "Secret"): SecretStrategy.self
        case ("", "Service"): ServiceStrategy.self
        case ("", "Event"): EventStrategy.self
        case ("apps", "Deployment"): DeploymentStrategy.self
        case ("coordination.k8s.io", "Lease"): LeaseStrategy.self
        default: nil
        }
    }
}

/// The forms of a cause (Kubernetes, `field.Error`).
extension Status.Cause {
    static func required(_ field: String, _ why: String = "") -> Self {
        .init(
            reason: "FieldValueRequired", message: why.isEmpty ? "Required value" : "Required value: \(why)",
            field: field)
    }

    static func invalid(_ field: String, _ value: Node?, _ why: String) -> Self {
        let shown = value.map { JSONWriter.text($0) } ?? "null"
        return .init(reason: "FieldValueInvalid", message: "Invalid value: \(shown): \(why)", field: field)
    }

    static func forbidden(_ field: String, _ why: String) -> Self {
        .init(reason: "FieldValueForbidden", message: "Forbidden: \(why)", field: field)
    }

    static func duplicate(_ field: String, _ value: Node) -> Self {
        .init(reason: "FieldValueDuplicate", message: "Duplicate value: \(JSONWriter.text(value))", field: field)
    }

    static func notSupported(_ field: String, _ value: String, _ supported: [String]) -> Self {
        let list = supported.sorted().map { "\"\($0)\"" }.joined(separator: ", ")
        return .init(
            reason: "FieldValueNotSupported", message: "Unsupported value: \"\(value)\": supported values: \(list)",
            field: field)
    }

    static func tooLong(_ field: String, bytes: Int) -> Self {
        .init(
            reason: "FieldValueTooLong", message: "Too long: may not be more than \(bytes) bytes", field: field)
    }

    /// Of numbers that count something.
    static func negative(_ object: Node?, _ name: String, at path: String) -> [Self] {
        guard let value = object?[name], let number = value.integer, number < 0 else { return [] }
        return [.invalid("\(path).\(name)", value, "must be greater than or equal to 0")]
    }
}
