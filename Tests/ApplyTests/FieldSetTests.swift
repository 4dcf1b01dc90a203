import Testing
import Tree

@testable import Apply

@Suite struct FieldSetTests {
    @Test(
        "what is written is what was read, in Kubernetes' order",
        arguments: [
            #"{}"#, #"{"f:spec":{"f:hosts":{}}}"#, #"{"f:data":{".":{},"f:k":{}}}"#,
            #"{"f:ports":{"k:{\"port\":80,\"protocol\":\"TCP\"}":{".":{},"f:port":{}}}}"#,
            #"{"f:finalizers":{"v:\"a\"":{},"v:\"b\"":{}}}"#, #"{"f:list":{"i:0":{},"i:1":{}}}"#,
        ])
    func roundTrip(text: String) throws {
        let set = try #require(FieldSet(fieldsV1: try JSONReader.read(text)))
        #expect(JSONWriter.text(set.fieldsV1) == text)
    }

    @Test("entries are sorted: fields, keys, values")
    func order() throws {
        let node = try JSONReader.read(#"{"v:\"b\"":{},"k:{\"b\":1,\"a\":2}":{},"f:z":{},"f:a":{}}"#)
        let set = try #require(FieldSet(fieldsV1: node))
        #expect(JSONWriter.text(set.fieldsV1) == #"{"f:a":{},"f:z":{},"k:{\"a\":2,\"b\":1}":{},"v:\"b\"":{}}"#)
    }

    @Test("what is no set is none", arguments: [#"{"x":{}}"#, #"{"k:{":{}}"#, #"{"f:a":1}"#, #"{"i:x":{}}"#])
    func refused(text: String) throws {
        #expect(FieldSet(fieldsV1: try JSONReader.read(text)) == nil)
    }

    /// Every set over these paths, as bits.
    private static let paths: [[PathElement]] = [
        [.field("a")], [.field("a"), .field("x")], [.field("a"), .value(.string("v"))], [.field("b"), .field("x")],
    ]

    private func set(_ bits: Int) -> FieldSet {
        FieldSet(paths: Self.paths.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element))
    }

    @Test("sets combine as their paths do, for all small sets")
    func combining() {
        for a in 0..<16 {
            for b in 0..<16 {
                #expect(set(a).union(set(b)) == set(a | b))
                #expect(set(a).intersection(set(b)) == set(a & b))
                #expect(set(a).subtracting(set(b)) == set(a & ~b))
                #expect(set(a).isSubset(of: set(b)) == (a & ~b == 0))
            }
            #expect(set(a).paths.count == a.nonzeroBitCount)
        }
        #expect(set(0b1111).subtractingBelow(set(0b0001)) == set(0b1000))
    }

    @Test("a path is printed as Kubernetes prints it")
    func description() {
        let path: [PathElement] = [
            .field("spec"), .field("ports"),
            .key([.init(name: "port", value: .integer(80)), .init(name: "protocol", value: .string("TCP"))]),
            .field("name"),
        ]
        #expect(path.map(\.description).joined() == #".spec.ports[port=80,protocol="TCP"].name"#)
        #expect("\(PathElement.value(.string("d")))" == #"[="d"]"#)
    }
}
