import Testing

@testable import Rego

@Suite("Values")
struct ValueTests {
    @Test("spellings of one letter are different strings")
    func bytes() {
        #expect(RegoValue.string("\u{e9}") != .string("e\u{301}"))
        #expect(RegoSet([.string("b"), .string("a"), .string("b")]).elements == [.string("a"), .string("b")])
    }

    @Test("values of different types have an order")
    func order() {
        let values: [RegoValue] = [
            .null, .bool(false), .bool(true), .string("a"), .array([]), .object(.empty), .set(.empty),
        ]
        #expect(values.shuffled().sorted() == values)
    }
}
