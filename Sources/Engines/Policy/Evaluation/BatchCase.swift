internal import Rego

/// A line of `policy eval --batch`: modules, data, input and a query; all but the query may be missing.
package struct BatchCase: Sendable {
    private let fields: RegoObject

    /// The answer as a line of JSON: `{"id", "results": [{variable: value}]}` or `{"id", "error": {"code", "message"}}`.
    ///
    /// - Parameter line: A case as JSON; what is none is answered with an error.
    package static func answer(_ line: [UInt8], surroundings: Surroundings) -> String {
        do throws(DocumentMistake) {
            guard case .object(let fields) = try RegoValue(json: line) else {
                return text(nil, RegoErrors(RegoError(.parse, "expected a JSON object in the line")))
            }
            let testCase = BatchCase(fields: fields)
            do throws(RegoErrors) {
                let results = try testCase.results(surroundings)
                return text(fields["id"], "results", .array(results.map { .object($0.bindings) }))
            } catch {
                return text(fields["id"], error)
            }
        } catch {
            return text(nil, RegoErrors(RegoError(.parse, "the line is no JSON: \(error)")))
        }
    }

    private static func text(_ id: RegoValue?, _ errors: RegoErrors) -> String {
        var members: [(RegoValue, RegoValue)] = [
            (.string("code"), .string(errors.first.code.rawValue)), (.string("message"), .string(errors.description)),
        ]
        if let position = errors.first.position {
            members.append((.string("row"), .number(RegoNumber(position.line))))
            members.append((.string("col"), .number(RegoNumber(position.column))))
        }
        return text(id, "error", .object(RegoObject(members)))
    }

    private static func text(_ id: RegoValue?, _ key: String, _ value: RegoValue) -> String {
        #"{"id":\#((id ?? .null).json),"\#(key)":\#(value.json)}"#
    }

    private func string(_ key: String) throws(RegoErrors) -> String? {
        switch fields[key] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        case let other?: throw refusal("expected \"\(key)\" to be a string, found \(other.typeName)")
        }
    }

    private func refusal(_ message: String) -> RegoErrors { RegoErrors(RegoError(.parse, message)) }

    private func results(_ surroundings: Surroundings) throws(RegoErrors) -> [QueryResult] {
        let name = try string("rego_version") ?? "v1"
        guard let version = RegoVersion(rawValue: name) else {
            throw refusal("expected \"rego_version\" to be \"v0\" or \"v1\", found \"\(name)\"")
        }
        guard let query = try string("query") else { throw refusal("the case has no \"query\"") }
        let data = fields["data"].given ?? .object(.empty)
        guard case .object = data else { throw refusal("expected \"data\" to be an object, found \(data.typeName)") }
        let program = try Program(modules: try modules(version), data: data)
        return try PolicyQuery(query, version: version).answer(
            program, input: try input(program, version, surroundings), context: surroundings.context,
            limits: surroundings.limits, isStrict: fields["strict_error"] == .bool(true))
    }

    private func modules(_ version: RegoVersion) throws(RegoErrors) -> [Module] {
        guard let listed = fields["modules"].given else { return [] }
        guard case .array(let texts) = listed else {
            throw refusal("expected \"modules\" to be an array of texts, found \(listed.typeName)")
        }
        var modules: [Module] = []
        for (number, text) in texts.enumerated() {
            guard case .string(let text) = text else {
                throw refusal("expected \"modules\" to be an array of texts, found \(text.typeName) in it")
            }
            modules.append(try Module(parsing: text, file: "module-\(number).rego", as: version))
        }
        return modules
    }

    /// `input_term` is Rego, so that it can say what JSON cannot: sets.
    private func input(
        _ program: Program, _ version: RegoVersion, _ surroundings: Surroundings
    ) throws(RegoErrors) -> RegoValue? {
        guard let term = try string("input_term") else { return fields["input"].given }
        return try PolicyQuery(term, version: version)
            .answer(program, input: nil, context: surroundings.context, limits: surroundings.limits)
            .first?.expressions.first?.value
    }
}

extension RegoValue? {
    /// nil for null, too.
    fileprivate var given: RegoValue? { self == .null ? nil : self }
}
