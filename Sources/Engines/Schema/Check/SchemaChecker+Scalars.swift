import Diagnostics
import Tree

extension SchemaChecker {
    mutating func checkType(of value: Node, _ schema: Schema) {
        if schema.isIntOrString {
            if value.integer == nil, value.string == nil, !value.isNull {
                reportType("integer,string", value.typeName, value)
            }
            return
        }
        guard schema.type != .any else { return }
        let wanted = schema.type.rawValue
        switch (schema.type, value.value) {
        case (.object, .mapping), (.array, .sequence), (.string, .string), (.boolean, .bool), (.number, .float),
            (.number, .integer), (.integer, .integer), (.number, .unsigned), (.integer, .unsigned):
            return
        case (.integer, .float(let number)) where number.rounded() == number: return
        case (_, .string), (_, .sequence), (_, .null): reportType(wanted, value.typeName, value)
        default:
            // With a format, Kubernetes speaks of the format and of Go's type.
            guard let format = schema.format, !format.isEmpty else {
                return reportType(wanted, value.typeName, value)
            }
            reportType(format, goFormat(value), value)
        }
        checkRange(of: value, schema)
    }

    private func goFormat(_ value: Node) -> String {
        switch value.value {
        case .integer: "int64"
        case .unsigned, .float: "float64"
        default: ""
        }
    }

    private mutating func reportType(_ wanted: String, _ found: String, _ value: Node) {
        if countsOnly() { return }
        var violation = SchemaViolation(
            .typeInvalid, path: path, at: value.place, value: value,
            message: "Invalid value: \"\(found)\": \(pathText) in body must be of type \(wanted): \"\(found)\"",
            explanation: "\"\(pathText)\" must be of type \(wanted), not \(value.typeName)")
        violation.fix = Fix.retyped(value, as: wanted)
        report(violation)
    }

    mutating func checkAllowedValues(_ value: Node, _ schema: Schema) {
        guard let allowed = schema.allowedValues, !allowed.contains(value) else { return }
        if value.isNull { return }
        let shown = JSONWriter.text(value)
        let names = allowed.compactMap(\.string)
        let near = value.string.flatMap { nearestName(to: $0, among: names) }
        var violation = SchemaViolation(
            .notSupported, path: path, at: value.place, value: value,
            message: "Unsupported value: \(shown): supported values: "
                + allowed.map { JSONWriter.text($0) }.joined(separator: ", "),
            explanation: "\"\(pathText)\" is \(shown), but must be one of "
                + allowed.map { JSONWriter.text($0) }.joined(separator: ", "),
            suggestion: near)
        if let near, let text = value.string {
            let isSafe = isOnlyNear(near, to: text, among: names)
            violation.fix = Fix("write \"\(near)\"", at: value.place, replacement: near, isSafe: isSafe, writing: .text)
        }
        report(violation)
    }

    func nearestKnownName(to name: String, among names: [String]) -> String? { nearestName(to: name, among: names) }

    // MARK: Text

    mutating func checkText(_ text: String, _ value: Node, _ schema: Schema) {
        guard schema.type == .string || schema.type == .any else { return }
        checkLengthAndPattern(text, value, schema)
        if let format = schema.format, isText(text, ofFormat: format) == false {
            let shown = JSONWriter.text(value)
            report(
                SchemaViolation(
                    .typeInvalid, path: path, at: value.place, value: value,
                    message: "Invalid value: \(shown): \(pathText) in body must be of type \(format): \(shown)",
                    explanation: "\"\(pathText)\" is \(shown), which is no \(format)"))
        }
    }

    /// Of several mistakes Kubernetes tells the first.
    private mutating func checkLengthAndPattern(_ text: String, _ value: Node, _ schema: Schema) {
        if let max = schema.maxLength, text.unicodeScalars.count > max {
            report(
                SchemaViolation(
                    .tooLong, path: path, at: value.place, value: value,
                    message: "Too long: may not be more than \(max) bytes",
                    explanation: "\"\(pathText)\" has more than \(max) characters"))
        } else if let min = schema.minLength, text.unicodeScalars.count < min {
            reportInvalid(value, "should be at least \(min) chars long", "has fewer than \(min) characters")
        } else if let expression = schema.expression, !expression.matches(text) {
            reportInvalid(
                value, "should match '\(expression.text)'",
                "is \(JSONWriter.text(value)), which does not match \"\(expression.text)\"")
        }
    }

    private mutating func reportInvalid(_ value: Node, _ theirs: String, _ ours: String) {
        if countsOnly() { return }
        report(
            SchemaViolation(
                .invalid, path: path, at: value.place, value: value,
                message: "Invalid value: \(JSONWriter.text(value)): \(pathText) in body \(theirs)",
                explanation: "\"\(pathText)\" \(ours)"))
    }

    // MARK: Numbers

    mutating func checkNumber(_ value: Node, _ schema: Schema) {
        guard schema.type == .integer || schema.type == .number else { return }
        guard let number = value.value.number else { return }
        if schema.type == .integer, number.rounded() == number { checkRange(of: value, schema) }
        if let min = schema.minimum, schema.excludesMinimum ? number <= min : number < min {
            let words = schema.excludesMinimum ? "greater than" : "greater than or equal to"
            reportBound(value, words, min)
        }
        if let max = schema.maximum, schema.excludesMaximum ? number >= max : number > max {
            let words = schema.excludesMaximum ? "less than" : "less than or equal to"
            reportBound(value, words, max)
        }
        if let factor = schema.multipleOf { checkMultiple(of: factor, number, value) }
    }

    private mutating func reportBound(_ value: Node, _ words: String, _ bound: Double) {
        let bound = JSONWriter.text(numberNode(bound))
        reportInvalid(
            value, "should be \(words) \(bound)", "is \(JSONWriter.text(value)), but must be \(words) \(bound)")
    }

    private mutating func checkMultiple(of factor: Double, _ number: Double, _ value: Node) {
        // For whole numbers Kubernetes cuts the factor down to a whole number and refuses a zero.
        if value.integer != nil, factor < 1 {
            let whole = Int(factor)
            return report(
                SchemaViolation(
                    .invalid, path: path, at: value.place, value: value,
                    message: "Invalid value: \(JSONWriter.text(value)): factor MultipleOf declared for \(pathText) "
                        + "must be positive: \(whole)",
                    explanation: "\"\(pathText)\" must be written with a decimal point, as a multiple of \(factor)"))
        }
        let ratio = number / factor
        guard ratio.rounded() != ratio else { return }
        let factor = JSONWriter.text(numberNode(factor))
        reportInvalid(
            value, "should be a multiple of \(factor)",
            "is \(JSONWriter.text(value)), which is no multiple of \(factor)")
    }

    /// `int32`: a second cause, without a field.
    private mutating func checkRange(of value: Node, _ schema: Schema) {
        guard schema.type == .integer, schema.format == "int32" else { return }
        switch value.value {
        case .integer(let number) where Int32(exactly: number) != nil: return
        case .float(let number) where Int32(exactly: number) != nil: return
        case .integer, .unsigned, .float: break
        default: return
        }
        var violation = SchemaViolation(
            .invalid, path: path, at: value.place, value: value,
            message: "Invalid value: \"\": Checked value must be of type integer with format int32 in \(pathText)",
            explanation: "\"\(pathText)\" is \(JSONWriter.text(value)), which is no 32-bit whole number")
        violation.namesField = false
        report(violation)
    }
}
