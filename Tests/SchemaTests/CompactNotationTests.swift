import Diagnostics
import Testing
import Tree

@testable import Schema

@Suite struct CompactNotationTests {
    private func schema(_ lines: String) throws -> Node {
        let text = "kind mesh.example Route routes\n  version v1 storage\n  schema object\n" + lines
        let catalogue = try CompactNotation.read(text, origin: "test", isBuiltIn: false)
        return try #require(catalogue.definitions.first?.versions.first).schema.openAPI
    }

    @Test("a line becomes a field")
    func fields() throws {
        let node = try schema(
            #"""
                host! string minLength=1 pattern="^[a-z ]+""$"
                weights {integer min=0 below=100} maxProperties=3
                ports [object] list=map(number,protocol) maxItems=2
                  number! integer
                  protocol string default=TCP enum=TCP|UDP|""
                  @rule "a⏎b" "not ""this"""
                  @whole @rule "size(self) > 0"
                any object keep
                @atMostOne host ports
            """#)
        let ports: Node = [
            "type": "array", "maxItems": 2, "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["number", "protocol"],
            "x-kubernetes-validations": [["rule": "size(self) > 0"]],
            "items": [
                "type": "object", "required": ["number"],
                "properties": [
                    "number": ["type": "integer"],
                    "protocol": ["type": "string", "default": "TCP", "enum": ["TCP", "UDP", ""]],
                ],
                "x-kubernetes-validations": [["rule": "a\nb", "message": "not \"this\""]],
            ],
        ]
        #expect(
            node == [
                "type": "object", "required": ["host"],
                "properties": [
                    "host": ["type": "string", "minLength": 1, "pattern": "^[a-z ]+\"$"],
                    "weights": [
                        "type": "object", "maxProperties": 3,
                        "additionalProperties": [
                            "type": "integer", "minimum": 0, "maximum": 100, "exclusiveMaximum": true,
                        ],
                    ],
                    "ports": ports,
                    "any": ["type": "object", "x-kubernetes-preserve-unknown-fields": true],
                ],
                "oneOf": [
                    ["not": ["anyOf": [["required": ["host"]], ["required": ["ports"]]]]], ["required": ["host"]],
                    ["required": ["ports"]],
                ],
            ])
    }

    @Test(
        "what cannot be read is refused with its line",
        arguments: [
            ("    a strin", "4: error[MST0212]: there is no type \"strin\""),
            ("    a string mx=5", "4: error[MST0212]: \"mx\" is no word for a field"),
            ("    a string\n    a string", "5: error[MST0212]: the field \"a\" stands there twice"),
            ("    a Prt\nshape Port object", "did you mean \"Port\""),
            ("    a A\nshape A object\n  a A", "the shape \"A\" holds itself"),
            ("    @sometimes a", "there is no directive \"@sometimes\""),
        ])
    func refused(lines: String, message: String) {
        do {
            _ = try schema(lines)
            Issue.record("was read")
        } catch {
            #expect("\(error)".replacing(":1: error", with: ": error").contains(message), "\(error)")
        }
    }

    @Test("a schema is for the versions above it")
    func versions() throws {
        let text = """
            kind mesh.example Route routes
              version v2 storage
              schema object
                host string
                port integer dropped="write it behind the host"
              version v1
              version v1alpha1 dropped="write \"\"mesh.example/v2\"\""
              schema object
                name string
            """
        let definition = try #require(
            CompactNotation.read(text, origin: "test", isBuiltIn: false).definitions.first)
        #expect(
            definition.versions.map { $0.schema.properties.map(\.name) } == [["host", "port"], ["name"], ["name"]])
        #expect(definition.servedVersions.map(\.name) == ["v2", "v1"])
        #expect(definition.version("v1alpha1")?.isDropped == true)
        #expect(definition.version("v1alpha1")?.droppedAdvice == "write \"mesh.example/v2\"")
        #expect(definition.version("v2")?.schema.property("port")?.droppedAdvice == "write it behind the host")
        #expect(throws: Refused.self) {
            try CompactNotation.read(text + "\n  version v0", origin: "test", isBuiltIn: false)
        }
    }

    @Test("the catalogues that come with the program can be read")
    func builtIn() throws {
        let shared = try CompactNotation.read(sharedShapesText, origin: "shared", isBuiltIn: true)
        #expect(shared.shape("ObjectMeta") != nil)
        #expect(Catalogue.istio.definitions.count == 15)
        #expect(Catalogue.core.definitions.count == 9)
        #expect(Catalogue.argo.definitions.map(\.kind) == ["Application", "AppProject"])
        #expect(Catalogue.core.definition(group: "apps", plural: "deployments")?.shortNames == ["deploy"])
        #expect(Catalogue.core.definitions.filter(\.isBuiltIn).count == 9)
        #expect(Catalogue.unserved.map(\.definitions.count) == [43, 17, 1, 5, 15, 3, 7, 5, 10])
    }
}
