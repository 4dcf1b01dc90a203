import KubeTypes
import Testing
import Tree

@testable import APIServer

@Suite struct ProtobufTests {
    /// The bytes of a field: its number, and a text or bytes.
    private func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
        [number << 3 | 2, UInt8(content.count)] + content
    }

    private func field(_ number: UInt8, _ text: String) -> [UInt8] { field(number, Array(text.utf8)) }

    private func envelope(_ kind: String, _ object: [UInt8]) -> [UInt8] {
        Array("k8s\0".utf8) + field(1, field(1, "v1") + field(2, kind)) + field(2, object)
    }

    @Test("a ConfigMap as kubectl sends it")
    func configMap() throws {
        let metadata = field(1, "x") + field(2, "") + field(8, []) + field(11, field(1, "app") + field(2, "shop"))
        let object = try ProtobufReader.object(
            envelope("ConfigMap", field(1, metadata) + field(2, field(1, "a") + field(2, "b"))))
        #expect(
            object.root == [
                "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "x", "labels": ["app": "shop"]],
                "data": ["a": "b"],
            ])
    }

    @Test("bytes become base64, a zero that means something stays")
    func secret() throws {
        let entry = field(1, "p") + field(2, [0xFF, 0x00])
        let object = try ProtobufReader.object(envelope("Secret", field(2, entry) + [5 << 3, 0]))
        #expect(object.root["data"] == ["p": "/wA="])
        #expect(object.root["immutable"] == false)
    }

    @Test("an unset field that is not known says nothing, a set one is refused")
    func unknownFields() throws {
        #expect(throws: Never.self) { try ProtobufReader.object(envelope("ConfigMap", field(9, ""))) }
        #expect(throws: Status.self) { try ProtobufReader.object(envelope("ConfigMap", field(9, "x"))) }
        #expect(throws: Status.self) { try ProtobufReader.object(envelope("Pod", [])) }
    }

    @Test("no prefix of a message crashes the reader")
    func prefixes() {
        let whole = envelope("Secret", field(1, field(1, "x")) + field(2, field(1, "p") + field(2, [1, 2, 3])))
        for count in whole.indices { _ = try? ProtobufReader.object(Array(whole.prefix(count))) }
        #expect(throws: Status.self) { try ProtobufReader.object(Array("{}".utf8)) }
    }
}
