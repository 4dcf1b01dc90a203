import Tree

/// What the published schemas of other tools demand of the parts that reports use.
enum PublishedSchemas {
    static let sarif: Node = {
        let text: Node = ["type": "string"]
        let message = closed(["text": text, "markdown": text], required: ["text"])
        let artifact = closed(["uri": text, "uriBaseId": text, "description": message])
        let one: Node = ["type": "integer", "minimum": 1]
        let region = closed(["startLine": one, "startColumn": one, "endLine": one, "endColumn": one])
        let location = closed([
            "id": ["type": "integer", "minimum": 0], "message": message,
            "physicalLocation": closed(
                ["artifactLocation": artifact, "region": region], required: ["artifactLocation"]),
        ])
        let replacement = closed(
            ["deletedRegion": region, "insertedContent": closed(["text": text])], required: ["deletedRegion"])
        let change = closed(
            ["artifactLocation": artifact, "replacements": list(replacement, least: 1)],
            required: ["artifactLocation", "replacements"])
        let result = closed(
            [
                "ruleId": text, "ruleIndex": ["type": "integer", "minimum": 0],
                "level": ["enum": ["none", "note", "warning", "error"]], "message": message,
                // GitHub demands one.
                "locations": list(location, least: 1), "relatedLocations": list(location),
                "fixes": list(
                    closed(
                        ["description": message, "artifactChanges": list(change, least: 1)],
                        required: ["artifactChanges"])),
                "partialFingerprints": ["type": "object", "additionalProperties": text],
                "properties": ["type": "object"],
            ], required: ["message"])
        let rule = closed(
            ["id": text, "shortDescription": message, "help": message], required: ["id", "shortDescription"])
        let notification = closed(["level": text, "message": message], required: ["message"])
        let driver = closed(["name": text, "semanticVersion": text, "rules": list(rule)], required: ["name"])
        let run = closed(
            [
                "tool": closed(["driver": driver], required: ["driver"]), "results": list(result),
                "columnKind": ["enum": ["utf16CodeUnits", "unicodeCodePoints"]],
                "originalUriBaseIds": ["type": "object", "additionalProperties": artifact],
                "invocations": list(
                    closed(
                        ["executionSuccessful": ["type": "boolean"], "toolExecutionNotifications": list(notification)],
                        required: ["executionSuccessful"])),
            ], required: ["tool"])
        return closed(
            ["$schema": text, "version": ["const": "2.1.0"], "runs": list(run)], required: ["version", "runs"])
    }()

    static let gitLab = list(
        closed(
            [
                "description": ["type": "string", "minLength": 1], "check_name": ["type": "string"],
                "fingerprint": ["type": "string", "minLength": 1],
                "severity": ["enum": ["info", "minor", "major", "critical", "blocker"]],
                "location": closed(
                    [
                        "path": ["type": "string", "minLength": 1],
                        "lines": closed(["begin": ["type": "integer", "minimum": 1]], required: ["begin"]),
                    ],
                    required: ["path", "lines"]),
            ], required: ["description", "check_name", "fingerprint", "severity", "location"]))

    static let rdjson: Node = {
        let text: Node = ["type": "string"]
        let position = closed([
            "line": ["type": "integer", "minimum": 1], "column": ["type": "integer", "minimum": 1],
        ])
        let range = closed(["start": position, "end": position], required: ["start"])
        let diagnostic = closed(
            [
                "message": text, "location": closed(["path": text, "range": range], required: ["path"]),
                "severity": ["enum": ["ERROR", "WARNING", "INFO"]], "code": closed(["value": text, "url": text]),
                "suggestions": list(closed(["range": range, "text": text], required: ["range", "text"])),
            ], required: ["message", "location"])
        return closed(["source": closed(["name": text, "url": text]), "diagnostics": list(diagnostic)])
    }()

    private static func closed(_ properties: Node, required: [String] = []) -> Node {
        [
            "type": "object", "additionalProperties": false, "properties": properties,
            "required": Node(required.map { Node($0) }),
        ]
    }

    private static func list(_ items: Node, least: Int = 0) -> Node {
        ["type": "array", "items": items, "minItems": Node(least)]
    }
}
