package import Tree

extension JSONReport {
    /// What the JSON report holds, as a JSON Schema (draft 2020-12).
    package static let schema: Node = [
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Findings of Mainstay",
        "type": "object",
        "required": ["apiVersion", "kind", "units", "layers", "findings", "summary"],
        "properties": [
            "apiVersion": ["const": apiVersion], "kind": ["const": "Findings"],
            "units": names("What was checked, each by itself."), "layers": names("The stations that looked."),
            "findings": ["type": "array", "items": ["$ref": "#/$defs/finding"]],
            "summary": ["$ref": "#/$defs/summary"], "error": ["$ref": "#/$defs/error"],
        ],
        "$defs": definitions,
    ]

    static let definitions: Node = [
        "finding": finding, "resource": resource,
        "summary": [
            "type": "object", "required": ["errors", "warnings", "infos", "files", "objects"],
            "properties": [
                "errors": count, "warnings": count, "infos": count, "files": count, "objects": count,
            ],
        ],
        "error": [
            "type": "object", "required": ["message"], "description": "Why there is no answer, or not all of it.",
            "properties": ["message": text(nil)],
        ],
        "related": placed(["message": text("How the place belongs to the finding.")], required: ["message"]),
        "fix": placed(
            [
                "description": text("What the change does."),
                "replacement": text("The scalar that takes the place of the one there."),
                "safe": ["type": "boolean", "description": "Whether it may be applied without a look."],
                "removes": ["type": "boolean", "description": "Whether the item of the list goes away instead."],
            ], required: ["description", "replacement", "safe"]),
    ]

    private static let finding = placed(
        [
            "code": ["type": "string", "pattern": "^MST[0-9]{4}$"],
            "ist": ["type": "string", "pattern": "^IST[0-9]{4}$", "description": "The same for istioctl."],
            "kia": ["type": "string", "pattern": "^KIA[0-9]{4}$", "description": "The same for Kiali."],
            "severity": ["enum": ["error", "warning", "info"]],
            "layer": ["enum": ["lint", "build", "schema", "semantics", "analyzers", "policy", "dry-run"]],
            "units": names("Those that have it; none where it is about a file alone."),
            "message": text("What is wrong, on what."),
            "resource": ["$ref": "#/$defs/resource"],
            "length": ["type": "integer", "minimum": 1, "description": "Unicode scalars of the line that are meant."],
            "related": ["type": "array", "items": ["$ref": "#/$defs/related"]],
            "effect": text("What requests would meet."),
            "hint": text("What a person can do."),
            "fixes": ["type": "array", "items": ["$ref": "#/$defs/fix"]],
        ], required: ["code", "severity", "layer", "units", "message", "related", "fixes"])

    private static let resource: Node = [
        "type": "object", "required": ["apiVersion", "kind", "namespace", "name"],
        "properties": [
            "apiVersion": text(nil), "kind": text(nil), "namespace": text("Empty when the object names none."),
            "name": text(nil),
        ],
    ]

    static func names(_ description: String) -> Node {
        ["type": "array", "items": ["type": "string"], "description": Node(description)]
    }

    private static let count: Node = ["type": "integer", "minimum": 0]

    private static func text(_ description: String?) -> Node {
        var node: Node = ["type": "string"]
        if let description { node["description"] = Node(description) }
        return node
    }

    /// An object with a place in a file.
    private static func placed(_ properties: Node, required: [String]) -> Node {
        var properties = properties
        properties["file"] = text("The path as it was given, or as it is seen from the working directory.")
        for (key, what) in [("line", "Counted from 1."), ("column", "Counted from 1 in Unicode scalars.")] {
            properties[key] = ["type": "integer", "minimum": 1, "description": Node(what)]
        }
        return ["type": "object", "required": Node(required.map { Node($0) }), "properties": properties]
    }
}
