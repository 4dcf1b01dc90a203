import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Semantics

@Suite("Settings of the mesh in other objects")
struct CarriedSettingsTests {
    private func findings(_ text: String) throws -> [String] {
        let documents = try YAMLReader.read(Array(text.utf8), file: SourceFile("mesh.yaml")).documents
        return documents.flatMap { semanticFindings(of: KubeObject($0)) }.map {
            "\($0.place.line) \($0.severity) \($0.code)"
        }
    }

    private func configMap(_ name: String = "istio", namespace: String = "istio-system", mesh: String) -> String {
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: \(name), namespace: \(namespace)}
        data:
          mesh: |-
            accessLogFile: /dev/stdout
            \(mesh)
        """
    }

    @Test(
        "the ConfigMap of istiod is read as a mesh config, with the lines of its text",
        arguments: [
            ("istio", "istio-system", "trustDomain: a:b", ["7 error MST2601"]),
            ("istio-canary", "istio-system", "connectTimeout: 2h", ["7 error MST2601"]),
            ("istio", "istio-system", "trustDomain: a.b", []), ("istio", "shop", "trustDomain: a:b", []),
            ("other", "istio-system", "trustDomain: a:b", []), ("istio", "istio-system", "]", ["5 error MST2601"]),
            ("istio", "istio-system", "defaultConfig: {zipkinAddress: 'a:1'}", ["7 info MST2019"]),
        ])
    func configMaps(name: String, namespace: String, mesh: String, expected: [String]) throws {
        #expect(try findings(configMap(name, namespace: namespace, mesh: mesh)) == expected.map(code))
    }

    /// The codes are named here as they are in the source, so that a table stays readable.
    private func code(_ text: String) -> String {
        text.replacing("MST2601", with: Code.meshSettingInvalid.id)
    }

    @Test("networks stand beside the mesh config")
    func networks() throws {
        let text = """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              meshNetworks: |
                networks:
                  east:
                    endpoints:
                    - fromRegistry: NAME
            """
        #expect(try findings(text.replacing("NAME", with: "a_b")) == ["9 error \(Code.meshSettingInvalid)"])
        #expect(try findings(text.replacing("NAME", with: "east-1")) == [])
    }

    @Test("an installation carries it as it is")
    func installation() throws {
        for path in ["{meshConfig: {trustDomain: VALUE}}", "{values: {meshConfig: {trustDomain: VALUE}}}"] {
            let text =
                "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata: {name: a}\nspec: \(path)\n"
            #expect(try findings(text.replacing("VALUE", with: "\"a:b\"")) == ["4 error \(Code.meshSettingInvalid)"])
            #expect(try findings(text.replacing("VALUE", with: "a.b")) == [])
        }
    }

    @Test("pods carry settings of their proxy in an annotation, and templates do")
    func annotation() throws {
        func text(_ kind: String, _ value: String) -> String {
            let metadata =
                "metadata: {labels: {app: a, version: v1}, annotations: {proxy.istio.io/config: \"\(value)\"}}"
            return switch kind {
            case "Pod": "apiVersion: v1\nkind: Pod\n\(metadata)\n"
            case "CronJob":
                "apiVersion: batch/v1\nkind: CronJob\nspec: {jobTemplate: {spec: {template: {\(metadata)}}}}\n"
            default: "apiVersion: apps/v1\nkind: \(kind)\nspec: {template: {\(metadata)}}\n"
            }
        }
        for kind in ["Pod", "Deployment", "StatefulSet", "CronJob"] {
            #expect(try findings(text(kind, "statusPort: 70000")) == ["3 error \(Code.portInvalid)"])
            #expect(try findings(text(kind, "statusPort: 15020")) == [])
            #expect(try findings(text(kind, "]")) == [], "the analyzers say that")
        }
    }
}
