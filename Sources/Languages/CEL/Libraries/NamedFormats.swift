/// A form that texts may have, by its name: `dns1123Label`.
struct NamedFormat: OpaqueValue {
    let name: String
    /// The length of its regular expression, for the count of costs.
    let patternLength: UInt64
    /// What is wrong with a text.
    let problems: @Sendable (String) -> [String]

    var typeName: String { "kubernetes.NamedFormat" }

    func isEqual(to other: any OpaqueValue) -> Bool { (other as? NamedFormat)?.name == name }

    static let all: [NamedFormat] = [
        NamedFormat(name: "dns1123Label", patternLength: 30) { label.problems($0) },
        NamedFormat(name: "dns1123Subdomain", patternLength: 60) { subdomain.problems($0) },
        NamedFormat(name: "dns1035Label", patternLength: 30) { oldLabel.problems($0) },
        NamedFormat(name: "qualifiedName", patternLength: 60, problems: qualifiedNameProblems),
        NamedFormat(name: "dns1123LabelPrefix", patternLength: 30) { label.problems(withoutLastDash($0)) },
        NamedFormat(name: "dns1123SubdomainPrefix", patternLength: 60) { subdomain.problems(withoutLastDash($0)) },
        NamedFormat(name: "dns1035LabelPrefix", patternLength: 30) { oldLabel.problems(withoutLastDash($0)) },
        NamedFormat(name: "labelValue", patternLength: 40) { labelValue.problems($0) },
        NamedFormat(name: "uri", patternLength: 1121) { text in
            do throws(ParsedURL.Problem) {
                _ = try ParsedURL(text)
                return []
            } catch {
                return ["parse \"\(text)\": \(error.text)"]
            }
        },
        NamedFormat(name: "uuid", patternLength: 70) { isUUID($0) ? [] : ["does not match the UUID format"] },
        NamedFormat(name: "byte", patternLength: 84) { base64Decoded($0) != nil ? [] : ["invalid base64"] },
        NamedFormat(name: "date", patternLength: 70) { text in
            text.utf8.count == 10 && Moment(text + "T00:00:00Z") != nil ? [] : ["invalid date"]
        },
        NamedFormat(name: "datetime", patternLength: 70) { Moment($0) != nil ? [] : ["invalid datetime"] },
    ]
}

let formatFunctions: [Function] =
    NamedFormat.all.map { format in
        Function("format.\(format.name)", [.init("() -> kubernetes.NamedFormat")]) { _ in .opaque(format) }
    } + [
        Function("format.named", "(string) -> optional(kubernetes.NamedFormat)", cost: Costs.unit) { arguments in
            guard case .string(let name) = arguments[0] else { throw EvaluationError.noSuchOverload }
            return .optional(NamedFormat.all.first { $0.name == name }.map { .opaque($0) })
        },
        Function("validate", "kubernetes.NamedFormat.(string) -> optional(list(string))", cost: validation) {
            arguments in
            guard case .opaque(let value) = arguments[0], let format = value as? NamedFormat,
                case .string(let text) = arguments[1]
            else { throw EvaluationError.noSuchOverload }
            let problems = format.problems(text)
            return .optional(problems.isEmpty ? nil : .strings(problems))
        },
    ]

private let validation: Function.Cost = { arguments, _ in
    guard case .opaque(let value)? = arguments.first, let format = value as? NamedFormat else { return 1 }
    let text = UInt64(((1 + Double(arguments[1].size)) * 0.1).rounded(.up))
    return text * UInt64((Double(format.patternLength) * 0.25).rounded(.up))
}

// MARK: Kubernetes' names

/// A kind of name: how long, of which letters, and Kubernetes' sentence about it.
private struct NameRule: Sendable {
    var maximumLength: Int
    var sentence: String
    var examples: [String]
    var pattern: String
    var accepts: @Sendable (String) -> Bool

    func problems(_ text: String) -> [String] {
        var found: [String] = []
        if text.utf8.count > maximumLength { found.append("must be no more than \(maximumLength) bytes") }
        if !accepts(text) {
            found.append("\(sentence) (e.g. \(shownExamples)regex used for validation is '\(pattern)')")
        }
        return found
    }

    private var shownExamples: String {
        examples.enumerated().map { $0 == 0 ? "'\($1)', " : " or '\($1)', " }.joined()
    }
}

private let label = NameRule(
    maximumLength: 63,
    sentence:
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and "
        + "end with an alphanumeric character",
    examples: ["my-name", "123-abc"], pattern: "[a-z0-9]([-a-z0-9]*[a-z0-9])?", accepts: isLabel)

private let subdomain = NameRule(
    maximumLength: 253,
    sentence: "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must "
        + "start and end with an alphanumeric character",
    examples: ["example.com"],
    pattern: #"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*"#,
    accepts: { $0.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isLabel(String($0)) } })

private let oldLabel = NameRule(
    maximumLength: 63,
    sentence: "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic "
        + "character, and end with an alphanumeric character",
    examples: ["my-name", "abc-123"], pattern: "[a-z]([-a-z0-9]*[a-z0-9])?",
    accepts: { isLabel($0) && !($0.unicodeScalars.first?.isDigit ?? true) })

private let labelValue = NameRule(
    maximumLength: 63,
    sentence: "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must "
        + "start and end with an alphanumeric character",
    examples: ["MyValue", "my_value", "12345"], pattern: "(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?",
    accepts: { $0.isEmpty || isNamePart($0) })

private let namePart = NameRule(
    maximumLength: 63,
    sentence: "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric "
        + "character",
    examples: ["MyName", "my.name", "123-abc"], pattern: "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]",
    accepts: isNamePart)

@Sendable private func isLabel(_ text: String) -> Bool {
    func isEnd(_ letter: Unicode.Scalar) -> Bool { letter.isDigit || (letter >= "a" && letter <= "z") }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isEnd(first), isEnd(last) else {
        return false
    }
    return text.unicodeScalars.allSatisfy { isEnd($0) || $0 == "-" }
}

@Sendable private func isNamePart(_ text: String) -> Bool {
    func isEnd(_ letter: Unicode.Scalar) -> Bool { letter.isNamePart && letter != "_" }
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isEnd(first), isEnd(last) else {
        return false
    }
    return text.unicodeScalars.allSatisfy { isEnd($0) || $0 == "-" || $0 == "_" || $0 == "." }
}

@Sendable private func qualifiedNameProblems(_ text: String) -> [String] {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    var found: [String] = []
    switch parts.count {
    case 1: break
    case 2:
        if parts[0].isEmpty {
            found.append("prefix part must be non-empty")
        } else {
            found += subdomain.problems(parts[0]).map { "prefix part \($0)" }
        }
    default:
        return [
            "a qualified name \(namePart.problems("").first ?? "") with an optional DNS subdomain prefix and '/' "
                + "(e.g. 'example.com/MyName')"
        ]
    }
    let name = parts[parts.count - 1]
    if name.isEmpty { found.append("name part must be non-empty") }
    return found + namePart.problems(name).map { "name part \($0)" }
}

/// A prefix may end with a dash, for something follows.
private func withoutLastDash(_ text: String) -> String {
    text.utf8.count > 1 && text.hasSuffix("-") ? String(text.dropLast()) + "a" : text
}

private func isUUID(_ text: String) -> Bool {
    let digits = text.filter { $0 != "-" }
    let groups = text.split(separator: "-", omittingEmptySubsequences: false).map(\.count)
    return digits.count == 32 && digits.unicodeScalars.allSatisfy(\.isHexDigit)
        && (groups == [8, 4, 4, 4, 12] || groups == [32])
}
