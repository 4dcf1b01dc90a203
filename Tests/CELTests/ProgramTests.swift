import Testing
import Tree

@testable import CEL

@Suite struct ProgramTests {
    @Test(
        "mistakes are told with their place",
        arguments: [
            ("1 +", "ERROR: <input>:1:4: Syntax error: mismatched input '<EOF>' expecting"),
            ("size(1)", "ERROR: <input>:1:5: found no matching overload for 'size' applied to '(int)'"),
            ("x", "ERROR: <input>:1:1: undeclared reference to 'x' (in container '')"),
            ("[1, 'a']", "ERROR: <input>:1:5: expected type 'int' but found 'string'"),
            ("\n  for", "ERROR: <input>:2:3: reserved identifier: for"),
            (
                "'é' + nothing",
                "ERROR: <input>:1:7: undeclared reference to 'nothing' (in container '')\n | 'é' + nothing\n | .．....^"
            ),
            ("duration('1x')", "ERROR: <input>:1:10: invalid duration argument"),
        ])
    func mistakes(expression: String, message: String) {
        #expect {
            try Program(expression)
        } throws: { error in
            "\(error)".hasPrefix("compilation failed: " + message)
        }
    }

    @Test("nesting, size and loops have limits")
    func limits() throws {
        let deep = String(repeating: "(", count: 300) + "1" + String(repeating: ")", count: 300)
        #expect(throws: CompileError.self) { try Program(deep) }
        #expect(throws: CompileError.self) { try Program(String(repeating: " ", count: 100_001)) }
        let loop = try Program("[0,1,2,3,4,5,6,7,8,9].all(a, [0,1,2,3,4,5,6,7,8,9].all(b, a + b >= 0))")
        #expect(loop.evaluate(limit: 1000).value != nil)
        let stopped = loop.evaluate(limit: 100)
        #expect(stopped.error == .costExceeded)
        #expect(stopped.cost < 120)
    }

    @Test(
        "what would be too much is not made",
        arguments: [
            "lists.range(9000000).size() > 0", "lists.range(900000).map(x, '').join(s).size() > 0",
            "s.replace('', s).size() > 0",
        ])
    func amplification(expression: String) throws {
        let program = try Program(expression, variables: [("s", .string)])
        let outcome = program.evaluate([.string(String(repeating: "x", count: 100_000))], limit: 100_000_000)
        let strict = program.evaluate([.string(String(repeating: "x", count: 100_000))], limit: 1_000_000)
        #expect(strict.error != nil, "\(strict.cost)")
        #expect(expression.hasPrefix("lists.range(9000000)") || outcome.error?.message == "the text would be too large")
    }

    @Test("an offset of no place is refused")
    func offsets() throws {
        let program = try Program("timestamp('2024-07-01T00:00:00Z').getHours('9223372036854775807:00')")
        #expect(program.evaluate().error != nil)
    }

    @Test("a cancelled part is not absorbed by the other side")
    func cancellation() throws {
        let program = try Program("[1, 2, 3].all(x, x > 0) || true")
        #expect(program.evaluate(limit: 3).error == .costExceeded)
        #expect(program.evaluate().error == nil)
    }

    @Test(
        "arguments that do not fit are told by their types",
        arguments: [
            ("dyn(1).replace('a', 'b')", "no such overload: replace(int, string, string)"),
            ("dyn(1) + 'a'", "no such overload"), ("dyn({}) < dyn(1)", "no such overload: _<_(map, int)"),
        ])
    func overloads(expression: String, message: String) throws {
        #expect(try Program(expression).evaluate().error?.message == message)
    }

    @Test(
        "field names are escaped",
        arguments: [
            ("plain", "plain"), ("namespace", "__namespace__"), ("a.b", "a__dot__b"), ("a-b/c", "a__dash__b__slash__c"),
            ("a__b", "a__underscores__b"), ("a!", nil), ("1a", nil), ("", nil),
        ])
    func escaping(name: String, escaped: String?) {
        #expect(escapedName(name) == escaped)
    }

    @Test("an object is read through its shape, and only where it is read")
    func shapes() throws {
        let shape = DataShape(
            .object([
                DataField("count", DataShape(.integer)), DataField("names", DataShape(.list(DataShape(.string), .set))),
                DataField("timeout", DataShape(.duration)),
            ]))
        let type = try #require(shape.type(named: "self"))
        let program = try Program("self.count == 2 && 'b' in self.names", variables: [("self", type)])
        let object: Node = ["count": 2, "names": ["a", "b"], "timeout": "no duration"]
        let outcome = program.evaluate([try Value(object, as: shape)])
        #expect((try outcome.value?.equals(.bool(true))) == true)
        let broken = try Program("self.timeout > duration('1s')", variables: [("self", type)])
        #expect(broken.evaluate([try Value(object, as: shape)]).error?.message.hasPrefix("Invalid duration") == true)
        #expect(throws: CompileError.self) { try Program("self.nothing == 1", variables: [("self", type)]) }
    }

    @Test(
        "durations are read as Go reads them",
        arguments: [
            ("1h30m", 5_400_000_000_000), ("-1.5s", -1_500_000_000), ("0", 0), ("1us", 1000), (".5s", 500_000_000),
            ("", nil), ("1", nil), ("1x", nil), ("9223372036854775808ns", nil), ("s", nil),
        ])
    func durations(text: String, nanoseconds: Int64?) {
        #expect(duration(text) == nanoseconds)
    }

    @Test(
        "addresses are read and written in their shortest form",
        arguments: [
            ("::1", "::1"), ("2001:DB8:0:0:1::1", "2001:db8::1:0:0:1"), ("10.0.0.1", "10.0.0.1"),
            ("fe80::1%eth0", nil), ("::ffff:10.0.0.1", nil), ("010.0.0.1", nil), ("1::2::3", nil), (":1", nil),
        ])
    func addresses(text: String, written: String?) {
        #expect((try? IPAddress.parse(text))?.text == written)
    }

    @Test(
        "quantities compare by what they say",
        arguments: [
            ("2M == 0.002G", "quantity('2M') == quantity('0.002G')"),
            ("1Ki", "quantity('1Ki').asInteger() == 1024"), ("500m", "!quantity('500m').isInteger()"),
            ("2e3", "quantity('2e3').compareTo(quantity('2k')) == 0"), ("x", "!isQuantity('1x')"),
            ("e", "!isQuantity('1e-9223372036854775808')"),
            ("sum", "quantity('1').add(2).sub(quantity('1m')).isLessThan(quantity('3'))"),
        ])
    func quantities(name: String, expression: String) throws {
        let outcome = try Program(expression).evaluate()
        #expect((try outcome.value?.equals(.bool(true))) == true, "\(name): \(outcome)")
    }

    @Test(
        "versions are ordered as semver.org says",
        arguments: [
            "semver('1.2.3').isLessThan(semver('1.10.0'))", "semver('1.0.0-rc.1').isLessThan(semver('1.0.0'))",
            "isSemver('v1.2', true) && !isSemver('v1.2')", "!isSemver('1.02.3')", "semver('1.2.3').minor() == 2",
        ])
    func versions(expression: String) throws {
        #expect((try Program(expression).evaluate().value?.equals(.bool(true))) == true)
    }

    @Test("a named zone needs a database, an offset does not")
    func zones() throws {
        useZones()
        let program = try Program("timestamp('2024-07-01T00:00:00Z').getHours('Asia/Kathmandu')")
        #expect((try program.evaluate().value?.equals(.int(5))) == true)
        let unknown = try Program("timestamp('2024-07-01T00:00:00Z').getHours('Nowhere/Land')")
        #expect(unknown.evaluate().error != nil)
    }
}
