import FileTree
import Policy
import Testing
import Tree

@testable import Reports

@Suite("Reports of policy tests") struct PolicyTestReportTests {
    private let run: PolicyTestRun

    init() throws {
        let tree: MemoryFileTree = [
            "a_test.rego": """
            package a_test
            test_ok if print("fine")
            test_no if {
              x := json.unmarshal("2")
              print("a < b\\u0007")
              x == "\\"2\\" & more"
            }
            test_sum[note] if {
              some note, c in {"one": 1, "two": 2}
              c == 1
            }
            todo_test_later if false
            """,
            "b_test.rego": "package b_test\ntest_twice if xs == 1\nxs := 1 if true\nxs := 2 if true\n",
        ]
        var files = PolicyFiles()
        files.add(.root, in: tree)
        run = try PolicyTestRun(PolicySet(files), options: PolicyTestOptions(Surroundings(), clock: { 0 }))
    }

    @Test("people see what failed, where, and with which values")
    func text() {
        let line = String(repeating: "-", count: 80)
        let text = PolicyTestText(palette: .none, isVerbose: false).render(run.results)
        #expect(
            text == """
                a_test.rego:3:
                data.a_test.test_no: FAIL (0ns)
                  a_test.rego:6: x == "\\"2\\" & more"
                    x = 2

                  a < b\u{7}

                a_test.rego:8:
                data.a_test.test_sum: FAIL (0ns)
                  two: FAIL
                    a_test.rego:10: c == 1
                      c = 2
                a_test.rego:12:
                data.a_test.todo_test_later: SKIPPED

                b_test.rego:2:
                data.b_test.test_twice: ERROR (0ns)
                  b_test.rego:4:1: eval_conflict_error: complete rules must not produce multiple outputs
                  hint: give the rule one value, or make it a set with `contains`
                \(line)
                PASS: 2/6
                FAIL: 2/6
                SKIPPED: 1/6
                ERROR: 1/6

                """)
    }

    @Test("verbose reports have passed tests and what they print")
    func verbose() {
        let text = PolicyTestText(palette: .none, isVerbose: true).render(run.results)
        #expect(text.hasPrefix("a_test.rego:2:\ndata.a_test.test_ok: PASS (0ns)\n\n  fine\n\n"))
        #expect(text.contains("  one: PASS\n  two: FAIL\n"))
    }

    @Test("programs get the fields of opa test")
    func json() throws {
        let results = try JSONReader.read(Array(PolicyTestJSON.text(run.results).utf8)).elements
        #expect(results.count == 5)
        #expect(results[0]["fail"] == nil && results[0]["name"]?.string == "test_ok")
        #expect(results[0]["package"]?.string == "data.a_test" && results[0]["location"]?["row"]?.integer == 2)
        #expect(results[0]["output"]?.string == "ZmluZQo=")
        #expect(results[1]["fail"]?.bool == true && results[1]["failed_at"]?["location"]?["row"]?.integer == 6)
        #expect(results[2]["sub_results"]?["two"]?["fail"]?.bool == true)
        #expect(results[2]["sub_results"]?["one"]?["fail"] == nil)
        #expect(results[3]["skip"]?.bool == true)
        #expect(results[4]["error"]?["code"]?.string == "eval_conflict_error")
    }

    @Test("JUnit's XML counts cases and escapes what XML does not take")
    func junit() {
        #expect(
            PolicyTestJUnit.text(run.results) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="policy test" tests="6" failures="2" errors="1" skipped="1" time="0.000000">
                <testsuite name="a_test.rego" tests="5" failures="2" errors="0" skipped="1" time="0.000000">
                <testcase name="test_ok" classname="a_test" file="a_test.rego" line="2" time="0.000000">\
                <system-out>fine</system-out></testcase>
                <testcase name="test_no" classname="a_test" file="a_test.rego" line="3" time="0.000000">\
                <failure type="failed" message="a_test.rego:6: x == &quot;\\&quot;2\\&quot; &amp; more&quot;">x = 2\
                </failure><system-out>a &lt; b\u{FFFD}</system-out></testcase>
                <testcase name="test_sum[one]" classname="a_test" file="a_test.rego" line="8" time="0.000000"/>
                <testcase name="test_sum[two]" classname="a_test" file="a_test.rego" line="8" time="0.000000">\
                <failure type="failed" message="a_test.rego:10: c == 1">c = 2</failure></testcase>
                <testcase name="todo_test_later" classname="a_test" file="a_test.rego" line="12" time="0.000000">\
                <skipped/></testcase>
                </testsuite>
                <testsuite name="b_test.rego" tests="1" failures="0" errors="1" skipped="0" time="0.000000">
                <testcase name="test_twice" classname="b_test" file="b_test.rego" line="2" time="0.000000">\
                <error type="eval_conflict_error" message="complete rules must not produce multiple outputs">\
                b_test.rego:4:1: eval_conflict_error: complete rules must not produce multiple outputs</error></testcase>
                </testsuite></testsuites>

                """)
    }

    @Test("coverage has the form of opa test, and a table with the lines that are left")
    func coverage() throws {
        let report = try JSONReader.read(Array(PolicyCoverageReport.json(run.coverage).utf8))
        let file = report["files"]?["b_test.rego"]
        #expect(report["covered_lines"]?.integer == 7 && report["not_covered_lines"]?.integer == 5)
        #expect(file?["not_covered"]?.elements.count == 1)
        #expect(PolicyCoverageReport.table(run.coverage).contains("b_test.rego"))
        #expect(PolicyCoverageReport.shortfall(run.coverage, threshold: 10) == nil)
        let words = try #require(PolicyCoverageReport.shortfall(run.coverage, threshold: 99.5))
        #expect(
            words.hasPrefix("Code coverage threshold not met: got 58.33 instead of 99.50\nLines not covered:\n\ta_"))
    }
}
