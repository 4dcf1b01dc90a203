import Diagnostics
import KubeTypes
import Testing
import Tree

@testable import Semantics

@Suite("Values that Istio cannot read")
struct UnreadableTests {
    private func codes(_ spec: String) throws -> [Code] {
        let text = "apiVersion: networking.istio.io/v1\nkind: VirtualService\nmetadata: {name: a}\nspec: \(spec)\n"
        let documents = try YAMLReader.read(Array(text.utf8), file: SourceFile("a.yaml")).documents
        return documents.flatMap { semanticFindings(of: KubeObject($0)) }.map(\.code)
    }

    @Test("beside a number in place of a text the rest is looked at")
    func rest() throws {
        let codes = try codes("{hosts: [a], http: [{timeout: 10, route: [{weight: -1, destination: {host: b}}]}]}")
        #expect(codes == [.valueUnreadable, .weightInvalid])
    }

    @Test("a value that cannot be read is told once")
    func once() throws {
        #expect(
            try codes("{hosts: [3], http: [{route: [{destination: {host: 4}}]}]}") == [
                .valueUnreadable, .valueUnreadable,
            ])
    }

    @Test("where a structure is wrong nothing else is guessed")
    func structure() throws {
        #expect(try codes("{hosts: a, gateways: [b], tcp: [{}]}") == [.valueUnreadable])
    }

    @Test("what the reader of protos takes besides is taken")
    func lenient() throws {
        let spec =
            "{hosts: [a], http: [{route: [{weight: '1', destination: {host: b}}], mirror_percentage: {value: '200'}, match: null}]}"
        #expect(try codes(spec) == [.mirrorInvalid])
        #expect(try codes(spec.replacing("200", with: "100")) == [])
    }
}
