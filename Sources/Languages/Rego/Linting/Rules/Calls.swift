/// `print` and `trace` help while a policy is written.
@Sendable func printsLeft(_ subject: LintSubject) -> [LintRemark] {
    guard !subject.isTestFile else { return [] }
    return calls(in: subject.module) { call, name, _ in
        guard name == "print" || name == "trace" else { return nil }
        return LintRemark(.printLeft, "a call of `\(name)` is left", hint: "remove it", at: call.position)
    }
}

/// Functions that OPA 1.0 does not have any more.
@Sendable func deprecatedBuiltins(_ subject: LintSubject) -> [LintRemark] {
    calls(in: subject.module) { call, name, _ in
        guard let replacement = replacements[name] else { return nil }
        return LintRemark(
            .deprecatedBuiltin, "`\(name)` is deprecated", hint: replacement, at: call.position)
    }
}

private let replacements = [
    "all": "write `every x in xs { x }`",
    "any": "write `true in xs`",
    "cast_array": "use `is_array` and a comprehension",
    "cast_boolean": "use `is_boolean`",
    "cast_null": "use `is_null`",
    "cast_object": "use `is_object`",
    "cast_set": "write `{x | some x in xs}`",
    "cast_string": "use `is_string`, or `sprintf(\"%v\", [x])`",
    "net.cidr_overlap": "use `net.cidr_contains`",
    "re_match": "use `regex.match`",
    "set_diff": "write `a - b`",
]

/// `regex.match("\\d+", x)`: in backquotes a pattern reads as it is.
@Sendable func nonRawPatterns(_ subject: LintSubject) -> [LintRemark] {
    calls(in: subject.module) { _, name, arguments in
        guard let index = patternArguments[name], index < arguments.count else { return nil }
        let pattern = arguments[index]
        guard case .scalar(.string(let text)) = pattern.kind, text.contains("\\"), !text.contains("`"),
            subject.bytes[pattern.position.offset] == UInt8(ascii: "\"")
        else { return nil }
        return LintRemark(
            .nonRawRegexPattern, "a pattern with backslashes twice",
            hint: "write `\(text)` in backquotes instead of quotes",
            at: pattern.position)
    }
}

private let patternArguments = [
    "re_match": 0, "regex.find_all_string_submatch_n": 0, "regex.find_n": 0, "regex.is_valid": 0, "regex.match": 0,
    "regex.replace": 1, "regex.split": 0, "regex.template_match": 0,
]

/// `sprintf("%s: %s", [x])`
@Sendable func sprintfArguments(_ subject: LintSubject) -> [LintRemark] {
    calls(in: subject.module) { call, name, arguments in
        guard name == "sprintf", arguments.count == 2, case .scalar(.string(let format)) = arguments[0].kind,
            case .array(let values) = arguments[1].kind, let wanted = valueCount(of: format), wanted != values.count
        else { return nil }
        return LintRemark(
            .sprintfArguments,
            "the text asks for \(wanted) value\(wanted == 1 ? "" : "s"), the array has \(values.count)",
            hint: "give one element for each `%v`; a percent sign is written `%%`", at: call.position)
    }
}

/// How many values the verbs of a format take; nil where they are counted in another way (`%[1]v`).
func valueCount(of format: String) -> Int? {
    var count = 0
    var isVerb = false
    for letter in format.unicodeScalars {
        guard isVerb else {
            isVerb = letter == "%"
            continue
        }
        switch letter {
        case "[": return nil
        case "*": count += 1
        case "+", "-", "#", " ", ".", "0"..."9": continue
        case "%": isVerb = false
        default:
            count += 1
            isVerb = false
        }
    }
    return isVerb ? nil : count
}

private func calls(
    in module: Module, _ check: (Term, String, [Term]) -> LintRemark?
) -> [LintRemark] {
    let own = Set(module.rules.compactMap(\.name))
    var remarks: [LintRemark] = []
    module.terms { term in
        guard case .call(let reference, let arguments) = term.kind, let name = reference.dottedName,
            !own.contains(name), reference.head.position != arguments.first?.position
        else { return }
        if let remark = check(term, name, arguments) { remarks.append(remark) }
    }
    return remarks
}
