import BigInt
import Testing

@testable import Rego

func number(_ text: String) -> RegoNumber { RegoNumber(text: text) ?? RegoNumber(-999) }

@Suite("Numbers")
struct NumberTests {
    @Test(
        "sums, differences, products and quotients print as OPA prints them",
        arguments: [
            ("1", "+", "2.5", "3.5"), ("1.5", "+", "2.5", "4"), ("0.1", "+", "0.2", "0.3"),
            ("1", "/", "3", "0.33333333333333333334"),
            ("2", "/", "3", "0.6666666666666666667"), ("10", "/", "4", "2.5"), ("1e6", "*", "2", "2000000"),
            ("1e109", "/", "1e100", "1000000000"), ("1234567.5", "*", "1", "1.2345675e+06"),
            ("1", "/", "1000000", "1e-06"),
            ("0", "/", "5", "0"), ("0", "/", "-5", "-0"), ("9223372036854775807", "+", "1", "9223372036854775808"),
            ("123456789012345678901234567890", "+", "1", "123456789012345678901234567891"),
            ("-9223372036854775808", "*", "-1", "9223372036854775808"), ("7", "%", "-3", "1"), ("-7", "%", "3", "-1"),
            ("10", "%", "18446744073709551616", "10"), ("2.0", "%", "2", "0"), ("100", "*", "1.1", "110"),
            ("1e300", "*", "1e300", "1" + String(repeating: "0", count: 600)), ("0.5", "-", "0.5", "0"),
            ("3", "*", "1e-10", "3e-10"), ("1e30", "*", "1.5", "1500000000000000000000000000000"),
        ])
    func arithmetic(left: String, operation: String, right: String, expected: String) throws {
        let (left, right) = (number(left), number(right))
        let result: RegoNumber =
            switch operation {
            case "+": try left + right
            case "-": try left - right
            case "*": try left * right
            case "/": try left / right
            default: try left % right
            }
        #expect(result.text == expected)
    }

    @Test("numbers are equal, hashed and ordered by value")
    func values() {
        for (left, right) in [
            ("1", "1.0"), ("1e3", "1000"), ("0.10", "1e-1"), ("1e20", "100000000000000000000"), ("-0", "0"),
        ] {
            #expect(number(left) == number(right))
            #expect(number(left).hashValue == number(right).hashValue)
        }
        for (low, high) in [
            ("28857836529306024611912", "28857836529306024611913"), ("0.1", "0.10000000000000000000001"),
            ("-2", "-1.5"),
            ("-1e100", "1"), ("9007199254740993", "9007199254740993.5"), ("1e-20", "2e-20"),
        ] {
            #expect(number(low).compare(number(high)) < 0)
            #expect(number(high).compare(number(low)) > 0)
        }
    }

    @Test("a number keeps its text; what is none is refused")
    func text() {
        for text in ["1.50", "1e3", "-0", "0", "-12", "1E+2", "123456789123456789123456789"] {
            #expect(RegoNumber(text: text)?.text == text)
        }
        for text in ["", "-", "01", "+1", "1.", ".5", "1e", "0x1", "1 ", "1e99999999999", "1e20001", "NaN"] {
            #expect(RegoNumber(text: text) == nil, "\(text)")
        }
    }

    @Test(
        "rounding",
        arguments: [
            ("1.5", "1", "2", "2"), ("-1.5", "-2", "-1", "-2"), ("-0.5", "-1", "0", "-1"), ("2.4", "2", "3", "2"),
            ("7", "7", "7", "7"),
            ("1e2", "100", "100", "100"),
        ])
    func rounding(text: String, floor: String, ceiling: String, nearest: String) {
        #expect(number(text).floor == number(floor))
        #expect(number(text).ceiling == number(ceiling))
        #expect(number(text).nearest == number(nearest))
    }

    @Test("the shortest text of a quotient reads back as the same value")
    func roundTrip() {
        var state: UInt64 = 88_172_645_463_325_252
        for _ in 0..<400 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            let value = BinaryFloat(BigInt(state), Int(state % 900) - 500)
            #expect(DecimalText(value.text)?.value == value)
        }
    }

    @Test("a fraction without end and a product without end meet a limit")
    func limits() {
        #expect(throws: BuiltinFailure.self) { try number("1e20000") * number("1e20000") }
        #expect(throws: BuiltinFailure.self) { try number("1") / number("0.0") }
        #expect(throws: BuiltinFailure.self) { try number("1") % number("0") }
        #expect(throws: BuiltinFailure.self) { try number("1.1") % number("1") }
    }

    @Test(
        "floats of a document print as Go's JSON prints them",
        arguments: [
            (1.5, "1.5"), (1e21, "1e+21"), (1e-7, "1e-7"), (123456.0, "123456"), (0.000001, "0.000001"), (-2.5, "-2.5"),
            (1e20, "100000000000000000000"),
        ])
    func floats(value: Double, text: String) { #expect(goJSONText(value) == text) }
}
