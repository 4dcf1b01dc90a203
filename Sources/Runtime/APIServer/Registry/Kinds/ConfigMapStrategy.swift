internal import KubeTypes
internal import Tree

enum ConfigMapStrategy: KindStrategy {
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        var causes = DataKeys.causes(object, ["data", "binaryData"])
        for entry in object.root["data"]?.entries ?? [] where object.root["binaryData"]?[entry.key] != nil {
            causes.append(.invalid("data[\(entry.key)]", Node(entry.key), "duplicate of key present in binaryData"))
        }
        return causes + DataKeys.changes(object, from: live, fields: ["data", "binaryData"])
    }
}

enum SecretStrategy: KindStrategy {
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        var causes = DataKeys.causes(object, ["data"])
        for key in wanted(of: object.root["type"]?.string ?? "") where object.root["data"]?[key] == nil {
            causes.append(.required("data[\(key)]"))
        }
        if object.root["type"] == "kubernetes.io/service-account-token",
            object.annotation("kubernetes.io/service-account.name")?.isEmpty != false
        {
            causes.append(.required("metadata.annotations[kubernetes.io/service-account.name]"))
        }
        if let live, live.root["type"] != object.root["type"] {
            causes.append(.invalid("type", object.root["type"], "field is immutable"))
        }
        return causes + DataKeys.changes(object, from: live, fields: ["data"])
    }

    /// The keys that a type of Secret needs (Kubernetes documentation, "Types of Secret").
    private static func wanted(of type: String) -> [String] {
        switch type {
        case "kubernetes.io/tls": ["tls.crt", "tls.key"]
        case "kubernetes.io/dockercfg": [".dockercfg"]
        case "kubernetes.io/dockerconfigjson": [".dockerconfigjson"]
        case "kubernetes.io/ssh-auth": ["ssh-privatekey"]
        default: []
        }
    }
}

/// What ConfigMaps and Secrets share.
enum DataKeys {
    static func causes(_ object: KubeObject, _ fields: [String]) -> [Status.Cause] {
        fields.flatMap { field in
            (object.root[field]?.entries ?? []).compactMap { entry in
                brokenRule(entry.key).map { .invalid("\(field)[\(entry.key)]", Node(entry.key), $0) }
            }
        }
    }

    /// What an immutable object does not let change.
    static func changes(_ object: KubeObject, from live: KubeObject?, fields: [String]) -> [Status.Cause] {
        guard let live, live.root["immutable"]?.bool == true else { return [] }
        var changed = fields.filter { content(object, $0) != content(live, $0) }
        if object.root["immutable"]?.bool != true { changed.append("immutable") }
        return changed.map { .forbidden($0, "field is immutable when `immutable` is set") }
    }

    private static func content(_ object: KubeObject, _ field: String) -> [String: String] {
        let entries = object.root[field]?.entries ?? []
        return Dictionary(entries.map { ($0.key, $0.value.string ?? "") }) { _, last in last }
    }

    private static func brokenRule(_ key: String) -> String? {
        if key.utf8.count > 253 { return "must be no more than 253 bytes" }
        let isPlain =
            !key.isEmpty
            && key.unicodeScalars.allSatisfy { scalar in
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    || "-._".unicodeScalars.contains(scalar)
            }
        guard isPlain else {
            return
                "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')"
        }
        if key == "." { return "must not be '.'" }
        if key == ".." { return "must not be '..'" }
        return key.hasPrefix("..") ? "must not start with '..'" : nil
    }
}
