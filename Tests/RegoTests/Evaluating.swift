@testable import Rego

/// Answers one query over modules, as JSON; for tests.
func answer(
    _ query: String, _ modules: String..., input: String? = nil, data: String = "{}", version: RegoVersion = .v1,
    options: CompileOptions = CompileOptions(), limits: Limits = .standard, isStrict: Bool = false
) throws -> String {
    let program = try Program(
        modules: try modules.enumerated().map { try Module(parsing: $1, file: "\($0).rego", as: version) },
        data: try RegoValue(json: data.utf8), options: options)
    let prepared = try program.prepare(try Body(parsingQuery: query, as: version), capturesValues: true)
    let answers = try prepared.results(
        input: try input.map { try RegoValue(json: $0.utf8) }, context: BuiltinContext(now: 0, limits: limits),
        limits: limits, isStrict: isStrict)
    return RegoValue.array(answers.flatMap(\.values)).json
}

/// The errors of compiling or evaluating, each as `code line:column message`.
func errors(
    _ modules: String..., query: String = "data.test", version: RegoVersion = .v1,
    options: CompileOptions = CompileOptions(),
    limits: Limits = .standard, isStrict: Bool = false
) -> [String] {
    problems(modules, query, version, options, limits, isStrict).map { error in
        "\(error.code.rawValue) \(error.position.map { "\($0.line):\($0.column)" } ?? "") \(error.message)"
    }
}

/// What to write instead, for each error.
func hints(_ modules: String..., version: RegoVersion = .v1) -> [String] {
    problems(modules, "data.test", version, CompileOptions(), .standard, false).compactMap(\.hint)
}

private func problems(
    _ modules: [String], _ query: String, _ version: RegoVersion, _ options: CompileOptions, _ limits: Limits,
    _ isStrict: Bool
) -> [RegoError] {
    do {
        let program = try Program(
            modules: try modules.enumerated().map { try Module(parsing: $1, file: "\($0).rego", as: version) },
            options: options)
        let prepared = try program.prepare(try Body(parsingQuery: query, as: version))
        _ = try prepared.results(
            input: nil, context: BuiltinContext(now: 0, limits: limits), limits: limits, isStrict: isStrict)
        return []
    } catch let errors as RegoErrors {
        return errors.all
    } catch let error as RegoError {
        return [error]
    } catch {
        return []
    }
}
