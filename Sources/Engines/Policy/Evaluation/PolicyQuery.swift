package import Rego

/// A question to policies, as `opa eval` asks it.
package struct PolicyQuery: Sendable {
    package var text: String
    package var version: RegoVersion
    /// The package whose names count, `a.b`; empty for none.
    package var package: String
    /// Paths whose last names count: `data.lib.x`, `input.request as r`.
    package var imports: [String]

    package init(_ text: String, version: RegoVersion = .v1, package: String = "", imports: [String] = []) {
        self.text = text
        self.version = version
        self.package = package
        self.imports = imports
    }

    /// - Parameters:
    ///   - input: nil: `input` is undefined.
    ///   - isStrict: Failures of built-ins are errors.
    package func answer(
        _ program: Program, input: RegoValue?, context: BuiltinContext, limits: Limits = .standard,
        isStrict: Bool = false
    ) throws(RegoErrors) -> [QueryResult] {
        let body = try Body(parsingQuery: text, as: version)
        let query = try program.prepare(body, capturesValues: true, in: try module)
        let texts = expressionTexts(body)
        let answers: [Answer]
        do throws(RegoError) {
            answers = try query.results(input: input, context: context, limits: limits, isStrict: isStrict)
        } catch {
            throw RegoErrors(error)
        }
        return answers.map { answer in
            QueryResult(
                expressions: zip(texts, answer.values).map {
                    QueryResult.Expression(value: $1, text: $0.text, position: $0.position)
                }, bindings: RegoObject(answer.bindings.map { (.string($0.key), $0.value) }))
        }
    }

    private var module: Module? {
        get throws(RegoErrors) {
            guard !package.isEmpty || !imports.isEmpty else { return nil }
            let name = package.hasPrefix("data.") ? String(package.dropFirst(5)) : package
            let lines = ["package \(name.isEmpty ? "query" : name)"] + imports.map { "import \($0)" }
            return try Module(parsing: lines.joined(separator: "\n"), file: "query", as: version)
        }
    }

    /// Each expression as it was written: up to the next one, without what keeps them apart.
    private func expressionTexts(_ body: Body) -> [(text: String, position: Position)] {
        let bytes = Array(text.utf8)
        let starts = body.expressions.map(\.position)
        return starts.indices.map { index in
            let end = index + 1 < starts.count ? starts[index + 1].offset : bytes.count
            var part = bytes[min(starts[index].offset, end)..<end]
            while let last = part.last, [" ", "\t", "\r", "\n", ";"].contains(UnicodeScalar(last)) { part.removeLast() }
            return (String(decoding: part, as: UTF8.self), starts[index])
        }
    }
}

/// One way in which a query holds.
package struct QueryResult: Sendable, Hashable {
    package struct Expression: Sendable, Hashable {
        package var value: RegoValue
        package var text: String
        package var position: Position
    }

    package var expressions: [Expression]
    package var bindings: RegoObject
}
