/// A template of Go's `text/template`: text with actions in `{{ }}`.
struct Template {
    indirect enum Part {
        case text(String)
        case action(Pipeline)
        case conditional(Pipeline, [Part], otherwise: [Part])
        /// `with`: like `if`, and the value is `.` inside.
        case scope(Pipeline, [Part], otherwise: [Part])
        case range(Pipeline, [Part], otherwise: [Part])
        case call(String, Pipeline?)
        case leaveLoop
        case nextRound
    }

    struct Pipeline {
        /// `$i, $x :=`
        var variables: [String] = []
        /// `=` instead of `:=`.
        var isAssignment = false
        var commands: [[Operand]] = []
    }

    indirect enum Operand {
        case dot
        case literal(Value)
        case function(String)
        case variable(String)
        case group(Pipeline)
        case member(Operand, String)
    }

    enum Value {
        case missing
        /// A number that the template made; one of the document is never false.
        case int(Int)
        case value(RegoValue)
    }

    private(set) var parts: [Part]
    private(set) var named: [String: [Part]]

    init(_ text: String) throws(BuiltinFailure) {
        var parser = TemplateParser(text)
        parts = try parser.template()
        named = parser.named
    }

    func rendered(_ document: RegoValue, _ context: BuiltinContext) throws(BuiltinFailure) -> String {
        var run = TemplateRun(named: named, root: .value(document), context: context)
        _ = try run.run(parts, dot: .value(document))
        return run.output
    }
}

extension Template.Value {
    var isTrue: Bool {
        switch self {
        case .missing: false
        case .int(let number): number != 0
        case .value(.null), .value(.bool(false)), .value(.array([])), .value(.string("")): false
        case .value(.object(let object)): !object.isEmpty
        case .value(.set(let set)): !set.isEmpty
        case .value: true
        }
    }

    /// As Go prints it: `map[a:1 b:2]`, `[1 2]`.
    var shown: String {
        switch self {
        case .missing: "<undefined>"
        case .int(let number): String(number)
        case .value(.null): "<nil>"
        case .value(.bool(let flag)): String(flag)
        case .value(.number(let number)): number.text
        case .value(.string(let text)): text
        case .value(.array(let elements)): "[\(elements.map { Self.value($0).shown }.joined(separator: " "))]"
        case .value(.set(let set)): Self.value(.array(set.elements)).shown
        case .value(.object(let object)):
            "map[\(object.jsonMembers.map { "\($0.0):\(Self.value($0.1).shown)" }.joined(separator: " "))]"
        }
    }

    /// The value as the language has it.
    var rego: RegoValue {
        switch self {
        case .missing: .null
        case .int(let number): .int(number)
        case .value(let value): value
        }
    }
}
