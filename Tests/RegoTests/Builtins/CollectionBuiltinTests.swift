import Testing

@testable import Rego

@Suite("Built-ins of numbers and collections")
struct CollectionBuiltinTests {
    @Test(
        "comparison and arithmetic",
        arguments: [
            ("1 == 1.0", "true"), (#"1 != "1""#, "true"), ("eq(1, 2)", "false"),
            ("equal([1], [1.0])", "true"), ("lt(1, 2)", "true"), ("lte(2, 2)", "true"), ("gt(1, 2)", "false"),
            (#"gte("b", "a")"#, "true"),
            ("neq(1, 1)", "false"), (#"internal.member_2(1, {"a": 1})"#, "true"),
            ("internal.member_3(0, 7, [7])", "true"),
            ("plus(1, 2)", "3"), ("minus({1, 2}, {2})", "{1}"), ("mul(2, 3.5)", "7"), ("div(7, 2)", "3.5"),
            ("rem(7, 4)", "3"),
            ("round(2.5)", "3"), ("ceil(2.1)", "3"), ("floor(-2.1)", "-3"), ("abs(-2.5)", "2.5"), ("abs(-7)", "7"),
            ("1 / 0", "eval_builtin_error: div: divide by zero"), ("minus(1, 2)", "-1"),
            ("1.5 % 2", "eval_builtin_error: rem: modulo on floating-point number"),
        ])
    func arithmetic(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "bits",
        arguments: [
            ("bits.or(5, 2)", "7"), ("bits.and(6, 3)", "2"), ("bits.xor(6, 3)", "5"), ("bits.negate(0)", "-1"),
            ("bits.lsh(1, 70)", "1180591620717411303424"),
            ("bits.rsh(-7, 1)", "-4"), ("bits.rsh(5, 100)", "0"),
            (
                "bits.lsh(1, -1)",
                "eval_type_error: bits.lsh: operand 2 must be an unsigned integer number but got a negative integer"
            ),
            (
                "bits.or(1.5, 1)",
                "eval_type_error: bits.or: operand 1 must be integer number but got floating-point number"
            ),
            ("bits.lsh(1, 100000000)", "eval_cancel_error: bits.lsh: the result has more than 131072 bits"),
        ])
    func bits(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "aggregates",
        arguments: [
            (#"count("añb")"#, "3"), ("count({1, 2})", "2"), (#"count({"a": 1})"#, "1"), ("sum([1, 2.5])", "3.5"),
            ("sum(set())", "0"),
            ("product([2, 3, 4])", "24"), ("product([])", "1"), ("max([1, \"a\", 3])", "\"a\""),
            ("max([])", "undefined"), ("min({3, 2})", "2"),
            ("min([])", "undefined"), ("sort({3, 1})", "[1, 3]"), ("sort([3, 1, 1])", "[1, 1, 3]"),
            ("all([true, false])", "false"),
            ("all([])", "true"), ("any({true, false})", "true"), ("any([])", "false"),
        ])
    func aggregates(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "arrays and sets",
        arguments: [
            ("array.concat([1], [2])", "[1, 2]"), ("array.flatten([1, [2, [3]]])", "[1, 2, [3]]"),
            ("array.reverse([1, 2])", "[2, 1]"),
            ("array.slice([1, 2, 3], 1, 9)", "[2, 3]"), ("array.slice([1, 2, 3], 2, 1)", "[]"),
            ("array.slice([1, 2], -3, 1)", "[1]"),
            ("and({1, 2}, {2, 3})", "{2}"), ("or({1}, {0, 2})", "{0, 1, 2}"), ("set_diff({1, 2}, {2})", "{1}"),
            ("intersection({{1, 2}, {2, 3}})", "{2}"), ("intersection(set())", "set()"),
            ("union({{1}, {3, 2}})", "{1, 2, 3}"),
            ("cast_array({2, 1})", "[1, 2]"), ("cast_set([1, 1])", "{1}"), (#"cast_string("a")"#, "\"a\""),
            ("cast_boolean(true)", "true"),
            ("cast_null(null)", "null"), ("cast_object({})", "{}"),
            ("cast_string(1)", "eval_type_error: cast_string: operand 1 must be string but got number"),
        ])
    func collections(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "objects",
        arguments: [
            (#"object.get({"a": {"b": [7]}}, ["a", "b", 0], 1)"#, "7"), (#"object.get({"a": 1}, "b", 2)"#, "2"),
            (#"object.get({"a": 1}, [], 2)"#, #"{"a": 1}"#),
            (#"object.keys({"a": 1, 2: 3})"#, #"{2, "a"}"#), (#"object.remove({"a": 1, "b": 2}, {"a"})"#, #"{"b": 2}"#),
            (#"object.filter({"a": 1, "b": 2}, {"a": 9})"#, #"{"a": 1}"#),
            (#"object.union({"a": {"b": 1}}, {"a": {"c": 2}, "d": 3})"#, #"{"a": {"b": 1, "c": 2}, "d": 3}"#),
            (#"object.union_n([{"a": {"b": 2}}, {"a": 4}, {"a": {"c": 3}}])"#, #"{"a": {"c": 3}}"#),
            (#"object.subset({"a": [1, 2, 3], "b": 1}, {"a": [2, 3]})"#, "true"),
            ("object.subset([1, 2, 3], {3, 1})", "true"),
            ("object.subset({1, 2}, {3})", "false"), ("object.subset([1, 2], [2, 1])", "false"),
        ])
    func objects(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "paths",
        arguments: [
            (#"json.filter({"a": {"b": 1, "c": 2}, "d": [1, 2]}, ["a/b", "d/1"])"#, #"{"a": {"b": 1}, "d": [2]}"#),
            (#"json.remove({"a": {"b": 1, "c": 2}, "d": [1, 2]}, {"a/b", ["d", "0"]})"#, #"{"a": {"c": 2}, "d": [2]}"#),
            (#"json.remove({"a/b": 1, "c": 2}, ["a~1b"])"#, #"{"c": 2}"#),
            (
                #"json.patch({"a": [1]}, [{"op": "add", "path": "a/-", "value": 2}, {"op": "remove", "path": "/a/0"}])"#,
                #"{"a": [2]}"#
            ),
            (
                #"json.patch({"a", "b"}, [{"op": "remove", "path": "a"}, {"op": "add", "path": ["c"], "value": "c"}])"#,
                #"{"b", "c"}"#
            ),
            (
                #"json.patch({"a": 1}, [{"op": "copy", "from": "a", "path": "b"}, {"op": "move", "from": "a", "path": "c"}])"#,
                #"{"b": 1, "c": 1}"#
            ),
            (#"json.patch({"a": 1}, [{"op": "test", "path": "a", "value": 2}])"#, "undefined"),
            (#"json.patch({"a": 1}, [{"op": "replace", "path": "", "value": 2}])"#, "2"),
            (#"json.patch([1], [{"op": "add", "path": "5", "value": 2}])"#, "undefined"),
        ])
    func paths(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "types and conversions",
        arguments: [
            ("type_name(set())", "\"set\""), ("is_null(null)", "true"), ("is_boolean(1)", "false"),
            ("is_number(1)", "true"), ("is_string(1)", "false"),
            ("is_array([])", "true"), ("is_object({})", "true"), ("is_set({1})", "true"),
            (#"to_number("12.50")"#, "12.50"), ("to_number(true)", "1"),
            ("to_number(null)", "0"), (#"to_number("+.5")"#, "0.5"),
            (
                #"to_number("0x1")"#,
                "eval_builtin_error: to_number: strconv.ParseFloat: parsing \"0x1\": invalid syntax"
            ),
            ("format_int(255, 16)", "\"ff\""), ("format_int(-9.7, 2)", "\"-1001\""),
            ("format_int(1, 3)", "eval_type_error: format_int: operand 2 must be one of {2, 8, 10, 16}"),
        ])
    func types(expression: String, expected: String) { #expect(answer(expression) == expected) }

    @Test(
        "ranges and graphs",
        arguments: [
            ("numbers.range(3, 1)", "[3, 2, 1]"), ("numbers.range_step(1, 6, 2)", "[1, 3, 5]"),
            ("numbers.range_step(6, 1, 2)", "[6, 4, 2]"),
            (
                "numbers.range(18446744073709551616, 18446744073709551617)",
                "[18446744073709551616, 18446744073709551617]"
            ),
            (
                "numbers.range(1, 1000000000000)",
                "eval_cancel_error: numbers.range: the evaluation took more steps than it may"
            ),
            ("numbers.range_step(1, 2, 0)", "eval_builtin_error: numbers.range_step: step must be a positive integer"),
            (#"rand.intn("a", 1)"#, "0"), (#"rand.intn("a", 0)"#, "0"),
            (#"[p | walk({"a": [1]}, p)]"#, #"[[[], {"a": [1]}], [["a"], [1]], [["a", 0], 1]]"#),
            (#"graph.reachable({"a": ["b"], "b": {"c"}, "c": []}, ["a"])"#, #"{"a", "b", "c"}"#),
            (#"graph.reachable_paths({"a": ["b", "c"], "b": ["a"], "c": []}, ["a"])"#, #"{["a", "b"], ["a", "c"]}"#),
        ])
    func ranges(expression: String, expected: String) { #expect(answer(expression) == expected) }
}
