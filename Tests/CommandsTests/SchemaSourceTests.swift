import APIServer
import Diagnostics
import Foundation
import KubeClient
import KubeTypes
import TestSupport
import Testing
import Tree

@testable import Commands

@Suite("Where schemas come from")
struct SchemaSourceTests {
    @Test(
        "a cluster is named by its word, a folder by everything else",
        arguments: [
            ("cluster", SchemaSource.cluster(context: nil)), ("cluster:", .cluster(context: nil)),
            ("cluster:prod:eu", .cluster(context: "prod:eu")), ("./cluster", .folder("./cluster")),
            ("clusters", .folder("clusters")), ("", .folder("")),
        ])
    func words(argument: String, expected: SchemaSource) {
        #expect(SchemaSource(argument) == expected)
    }
}

@Suite(
    "Schemas of a live cluster", .enabled(if: BuiltProgram.isThere, "the program is not built"), .timeLimit(.minutes(1))
)
struct ClusterSchemaTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write(
            "apiVersion: example.com/v1\nkind: Gear\nmetadata: {name: a}\nspec: {teeth: many}\n", to: "gear.yaml")
    }

    private func validate(_ schemas: String, kubeconfig: String) async throws -> ProgramResult {
        let environment = ["HOME": folder.path, "KUBECONFIG": kubeconfig]
        return try await run(
            BuiltProgram.path, ["validate", "gear.yaml", "--schemas", schemas, "-o", "concise"], in: folder.path,
            environment: environment)
    }

    private func writeKubeconfig(_ url: String, _ authority: String, token: String) throws -> String {
        let certificate = Data(authority.utf8).base64EncodedString()
        try folder.write(
            """
            apiVersion: v1
            kind: Config
            current-context: none
            clusters: [{name: c, cluster: {server: "\(url)", certificate-authority-data: "\(certificate)"}}]
            users: [{name: u, user: {token: "\(token)"}}]
            contexts: [{name: live, context: {cluster: c, user: u}}]
            """, to: "kubeconfig")
        return folder.path + "/kubeconfig"
    }

    @Test("a kind that the cluster defines is checked by its schema")
    func live() async throws {
        let cluster = try await Cluster()
        let definition = try YAMLReader.read(
            Array(
                """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: gears.example.com}
                spec:
                  group: example.com
                  scope: Namespaced
                  names: {plural: gears, singular: gear, kind: Gear, listKind: GearList}
                  versions:
                  - name: v1
                    served: true
                    storage: true
                    schema:
                      openAPIV3Schema:
                        type: object
                        properties: {spec: {type: object, properties: {teeth: {type: integer}}}}
                """.utf8)
        ).documents[0]
        let resource = try await cluster.resource("apiextensions.k8s.io/v1", "CustomResourceDefinition")
        _ = try await cluster.client.create(KubeObject(definition), as: resource)
        let address = cluster.address
        let config = try writeKubeconfig(address.url, address.authorityPEM, token: address.token.revealed)

        let known = try await validate("cluster:live", kubeconfig: config)
        #expect(known.code == 1, "\(known.talk)")
        #expect(known.output.hasPrefix("gear.yaml:4:15: error[MST0202]"), "\(known.output)")
        let missing = try await validate("cluster:dead", kubeconfig: config)
        #expect(missing.code == 2 && missing.output.isEmpty)
        #expect(missing.talk.contains("\"dead\""), "\(missing.talk)")

        let stranger = try writeKubeconfig(address.url, address.authorityPEM, token: "wrong")
        let refused = try await validate("cluster:live", kubeconfig: stranger)
        #expect(refused.code == 2 && refused.output.isEmpty)
        #expect(refused.talk.contains("does not let you read its schemas"), "\(refused.talk)")

        try await cluster.stop()
        let gone = try await validate("cluster:live", kubeconfig: config)
        #expect(gone.code == 2 && gone.output.isEmpty)
        #expect(gone.talk.contains("use --schemas DIR"), "\(gone.talk)")
    }
}
