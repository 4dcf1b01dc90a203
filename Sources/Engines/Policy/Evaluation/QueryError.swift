package import Diagnostics
package import Rego

/// Why a query has no answer: a mistake in Rego, or a file that cannot be used.
package struct QueryError: Sendable, Hashable, CustomStringConvertible {
    package var message: String
    /// OPA's name; nil for what is no matter of Rego.
    package var code: String?
    package var hint: String?
    package var file: String
    package var position: Position?

    package init(_ error: RegoError) {
        message = error.message
        code = error.code.rawValue
        hint = error.hint
        // A query has no file.
        file = error.file.flatMap { $0 == "query" ? nil : $0 } ?? ""
        position = error.position
    }

    /// - Parameter finding: One about a file.
    package init(_ finding: Finding) {
        message = finding.message
        hint = finding.hint
        file = finding.place.file.path
        if finding.place.isKnown {
            position = Position(line: Int(finding.place.line), column: Int(finding.place.column), offset: 0)
        }
    }

    package var description: String {
        let place = position.map { "\(file.isEmpty ? "query" : file):\($0.line):\($0.column)" } ?? file
        return [place, code ?? "", message].filter { !$0.isEmpty }.joined(separator: ": ")
    }

    var json: OrderedJSON {
        var members: [(String, OrderedJSON)] = [("message", .value(.string(message)))]
        if let code { members.append(("code", .value(.string(code)))) }
        if let position {
            members.append(("location", position.json(file: file)))
        } else if !file.isEmpty {
            members.append(("location", .members([("file", .value(.string(file)))])))
        }
        if let hint { members.append(("hint", .value(.string(hint)))) }
        return .members(members)
    }
}

extension PolicySet {
    /// All that keeps queries from being answered.
    package var queryErrors: [QueryError] {
        findings.filter { $0.code == .policyFile && $0.severity == .error }.map { QueryError($0) }
            + errors.map { QueryError($0) }
    }
}
