import Testing

@testable import Schema

@Suite struct SchemaTests {
    @Test("a few and many properties are found by name")
    func properties() {
        for count in [1, 30] {
            var draft = SchemaDraft(type: .object)
            draft.properties = (0..<count).map { SchemaProperty("p\($0)", Schema(SchemaDraft(type: .string))) }
            #expect(Schema(draft).property("p0")?.type == .string)
            #expect(Schema(draft).property("p\(count)") == nil)
        }
    }
}
