internal import KubeTypes
internal import Tree

/// What Kubernetes demands of single kinds beyond their schemas (its `validation` packages), in its own words.
enum KindRules {
    static func causes(_ object: KubeObject) -> [Status.Cause] {
        switch (object.type.group, object.kind) {
        case ("", "ConfigMap"): dataKeys(object, ["data", "binaryData"])
        case ("", "Secret"): dataKeys(object, ["data", "stringData"])
        default: []
        }
    }

    private static func dataKeys(_ object: KubeObject, _ fields: [String]) -> [Status.Cause] {
        fields.flatMap { field in
            (object.root[field]?.entries ?? []).compactMap { entry in
                brokenKeyRule(entry.key).map { invalid("\(field)[\(entry.key)]", entry.key, $0) }
            }
        }
    }

    private static func brokenKeyRule(_ key: String) -> String? {
        if key.utf8.count > 253 { return "must be no more than 253 characters" }
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

    private static func invalid(_ field: String, _ value: String, _ rule: String) -> Status.Cause {
        Status.Cause(reason: "FieldValueInvalid", message: "Invalid value: \"\(value)\": \(rule)", field: field)
    }
}
