import Diagnostics
import Rego
import Testing

@testable import Policy

@Suite struct QueryTests {
    private func results(
        _ query: String, _ policy: String = "package a\n", input: String? = nil, in package: String = "",
        imports: [String] = []
    ) throws -> [QueryResult] {
        let set = PolicySet(PolicyFiles(texts: [PolicyText(file: "a.rego", text: policy)]))
        let program = try #require(set.program)
        return try PolicyQuery(query, package: package, imports: imports).answer(
            program, input: try input.map { try RegoValue(json: $0.utf8) }, context: Surroundings().context)
    }

    @Test(
        "answers have OPA's shapes",
        arguments: [
            (QueryFormat.values, "some x in [1, 2]; x * 2", "[\n  true,\n  2\n]\n[\n  true,\n  4\n]\n"),
            (.bindings, "x := {\"b\", \"a\"}", "{\n  \"x\": [\n    \"a\",\n    \"b\"\n  ]\n}\n"),
            (.raw, "\"text\"; [1]", "text [1]\n"),
            (.raw, "data.none", ""),
            (.pretty, "data.none", "undefined\n"),
            (.pretty, "[1]", "[\n  1\n]\n"),
            (
                .pretty, "x := \"é\"; x",
                "+-----+-----+\n| x   | x   |\n+-----+-----+\n| \"é\" | \"é\" |\n+-----+-----+\n"
            ),
            (.json, "data.none", "{}\n"),
            (
                .json, " 1 == 2",
                """
                {
                  "result": [
                    {
                      "expressions": [
                        {
                          "value": false,
                          "text": "1 == 2",
                          "location": {
                            "row": 1,
                            "col": 2
                          }
                        }
                      ]
                    }
                  ]
                }

                """
            ),
            (
                .json, "x := 1;\ntrue ",
                """
                {
                  "result": [
                    {
                      "expressions": [
                        {
                          "value": true,
                          "text": "x := 1",
                          "location": {
                            "row": 1,
                            "col": 1
                          }
                        },
                        {
                          "value": true,
                          "text": "true",
                          "location": {
                            "row": 2,
                            "col": 1
                          }
                        }
                      ],
                      "bindings": {
                        "x": 1
                      }
                    }
                  ]
                }

                """
            ),
        ])
    func shapes(format: QueryFormat, query: String, expected: String) throws {
        #expect(QueryReport.text(try results(query), as: format) == expected)
    }

    @Test("names of a package and of imports stand alone")
    func names() throws {
        let policy = "package a.b\n\np := 1\n\nf(x) := x + p\n"
        #expect(QueryReport.text(try results("f(p)", policy, in: "a.b"), as: .raw) == "2\n")
        #expect(QueryReport.text(try results("f(p)", policy, in: "data.a.b"), as: .raw) == "2\n")
        #expect(QueryReport.text(try results("b.p", policy, imports: ["data.a.b"]), as: .raw) == "1\n")
        #expect(
            QueryReport.text(try results("k", policy, input: #"{"kind": "X"}"#, imports: ["input.kind as k"]), as: .raw)
                == "X\n")
        #expect(throws: RegoErrors.self) { try results("f(p)", policy) }
    }

    @Test("errors say where, as JSON and as text")
    func errors() throws {
        let policy = PolicyFiles(texts: [PolicyText(file: "a.rego", text: "package a\n\np if { x }\n")])
        let errors = PolicySet(policy).queryErrors
        #expect(
            QueryReport.text(errors).hasPrefix("1 error occurred: a.rego:3:8: rego_unsafe_var_error: var x is unsafe\n")
        )
        let json = QueryReport.json(errors)
        guard case .object(let read) = try RegoValue(json: json.utf8), case .array(let listed)? = read["errors"],
            case .object(let error)? = listed.first
        else { return #expect(Bool(false), "\(json)") }
        #expect(error["code"] == .string("rego_unsafe_var_error"))
        #expect(error["location"]?.json == #"{"col":8,"file":"a.rego","row":3}"#)
        let query = #expect(throws: RegoErrors.self) { try results("x = ") }
        #expect(query.map { QueryError($0.first).description }?.hasPrefix("query:1:5: rego_parse_error:") == true)
    }

    @Test(
        "a line of a batch is answered by a line",
        arguments: [
            (
                #"{"id": 7, "query": "x := data.a.p", "modules": ["package a\n\np := 1"]}"#,
                #"{"id":7,"results":[{"x":1}]}"#
            ),
            (
                #"{"id": "i", "rego_version": "v0", "query": "data.a.p = x", "modules": ["package a\np[x] { x := input[_] }"], "input": [1, 1]}"#,
                #"{"id":"i","results":[{"x":[1]}]}"#
            ),
            (#"{"query": "x = data.k", "data": {"k": null}}"#, #"{"id":null,"results":[{"x":null}]}"#),
            (#"{"query": "x = input", "input_term": "{1, 2}"}"#, #"{"id":null,"results":[{"x":[1,2]}]}"#),
            (#"{"query": "1 = 2"}"#, #"{"id":null,"results":[]}"#),
            (#"{"query": "x := 1 / 0"}"#, #"{"id":null,"results":[]}"#),
            (#"{"query": "x := 1 / 0", "strict_error": true}"#, #""code":"eval_builtin_error""#),
            (#"{"id": 1, "query": "x"}"#, #""code":"rego_unsafe_var_error""#),
            (#"{"id": 1}"#, #"the case has no \"query\""#),
            (#"{"query": 3}"#, #"expected \"query\" to be a string, found number"#),
            (#"{"query": "true", "modules": "x"}"#, #"expected \"modules\" to be an array of texts"#),
            (#"{"query": "true", "data": [1]}"#, #"expected \"data\" to be an object, found array"#),
            (#"{"query": "true", "rego_version": "v2"}"#, "found \\\"v2\\\""),
            ("nonsense", "the line is no JSON"),
            ("[1]", "expected a JSON object"),
        ])
    func batch(line: String, expected: String) {
        let answer = BatchCase.answer(Array(line.utf8), surroundings: Surroundings())
        #expect(expected.hasPrefix("{") ? answer == expected : answer.contains(expected), "\(answer)")
        #expect(!answer.contains("\n"))
    }
}
