import Diagnostics
import Testing
import Tree

@testable import Formatting

@Suite("Formatting")
struct FormattingTests {
    @Test("a text becomes canonical, and stays so", arguments: FormattingCase.all)
    func cases(_ example: FormattingCase) throws {
        let found = try text(of: example.text, lists: example.lists)
        #expect(found == example.expected)
        #expect(try text(of: found, lists: example.lists) == found, "a second time")
    }

    @Test("the last line break is no part of a text that had none")
    func cutText() throws {
        #expect(try text(of: "a: |\n  b") == "a: |-\n  b\n")
        #expect(try text(of: "a: |+2\n   b") == "a: |2-\n   b\n")
    }

    @Test("an expression of GitHub is no template")
    func expressions() throws { #expect(try text(of: "a:  ${{ b.c }}\n") == "a: ${{ b.c }}\n") }

    @Test("Windows' line ends and a byte order mark go")
    func lineEnds() throws {
        #expect(try text(of: "\u{FEFF}a: 1\r\nb: |\r\n  c\r\n\r") == "a: 1\nb: |\n  c\n")
    }

    @Test(
        "a template is passed over",
        arguments: ["a: {{ .Values.b }}\n", "{{- if .Values.a }}\na: 1\n{{- end }}\n", "a: b-{{ .Release.Name }}\n"])
    func templates(_ text: String) throws {
        guard case .template = try formatted(Array(text.utf8), file: SourceFile("a.yaml")) else {
            Issue.record("it was formatted")
            return
        }
    }

    @Test("braces in quotes, texts and comments are no template, except in a chart")
    func braces() throws {
        let braces = "a: '{{cluster}}' # {{\nb: |\n  {{c}}\n"
        #expect(try text(of: braces) == braces)
        guard case .template = try formatted(Array(braces.utf8), file: SourceFile("a.yaml"), isTemplate: true) else {
            Issue.record("it was formatted")
            return
        }
    }

    @Test("a kustomization is known by the name of its file, too")
    func kustomization() throws {
        let bytes = Array("patches: []\nresources: []\n".utf8)
        guard case .text(let text) = try formatted(bytes, file: SourceFile("a.yaml"), isKustomization: true) else {
            Issue.record("it is no template")
            return
        }
        #expect(String(decoding: text, as: UTF8.self) == "resources: []\npatches: []\n")
    }

    @Test(
        "what is no YAML is refused at its place",
        arguments: [("a: [1\n", "2:1"), ("a: 1\na: 2\n", "2:1"), ("a: *b\n", "1:4")])
    func refused(_ text: String, _ place: String) {
        let error = #expect(throws: Refused.self) { try formatted(Array(text.utf8), file: SourceFile("a.yaml")) }
        #expect(error?.findings.first?.place.description == "a.yaml:\(place)")
    }

    @Test("keys keep their order where an alias would come before its anchor")
    func anchors() throws {
        let text = "kind: &k A\napiVersion: v1\nmetadata: {name: *k}\n"
        #expect(try self.text(of: text) == "apiVersion: v1\nkind: &k A\nmetadata: {name: *k}\n")
        let tied = "spec: {a: &n b}\nmetadata: {name: *n}\napiVersion: v1\nkind: A\n"
        #expect(try self.text(of: tied) == tied)
    }

    private func text(of text: String, lists: ListIndent = .indented) throws -> String {
        guard case .text(let bytes) = try formatted(Array(text.utf8), file: SourceFile("a.yaml"), lists: lists) else {
            return ""
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
