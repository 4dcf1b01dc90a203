extension Module {
    /// Reads a file's text.
    ///
    /// - Parameter version: how to read it; a v0 text that says `import rego.v1` is read as v1.
    /// - Throws: what is wrong, up to ten errors. A v0 text that was given as v1 gives one error that says so.
    package init(
        parsing text: String, file: String, as version: RegoVersion, limits: SyntaxLimits = .standard
    ) throws(RegoErrors) {
        let failure: Failure
        do throws(Failure) {
            self = try Module.parse(text, file: file, as: version, limits: limits)
            return
        } catch {
            failure = error
        }
        if version == .v1, failure.mayBeOlder,
            (try? Module.parse(text, file: file, as: .v0, limits: limits)) != nil
        {
            throw RegoErrors(failure.errors.first.asOlderSyntax(others: failure.errors.others.count))
        }
        throw failure.errors
    }

    fileprivate struct Failure: Error {
        var errors: RegoErrors
        var mayBeOlder = false
    }

    fileprivate static func parse(
        _ text: String, file: String, as version: RegoVersion, limits: SyntaxLimits
    ) throws(Failure) -> Module {
        var parser: Parser
        do throws(RegoError) {
            parser = try Parser(text, version: version, limits: limits)
        } catch {
            throw Failure(errors: RegoErrors(error.inFile(file)))
        }
        let statements = parser.statements()
        var errors = statements.errors.map { $0.inFile(file) }
        if parser.version == .v1 { errors += parser.outdated.map { $0.error(in: file) } }
        guard let (path, position) = statements.package, errors.isEmpty else {
            errors.sort { ($0.position?.offset ?? 0) < ($1.position?.offset ?? 0) }
            let listed = RegoErrors(Array(errors.prefix(limits.errors)))
            throw Failure(
                errors: listed ?? RegoErrors(RegoError(.parse, "the text is empty", file: file)),
                mayBeOlder: !statements.errors.isEmpty || parser.outdated.contains { $0.isOnlyOlder })
        }
        var module = Module(
            file: file, version: parser.version, package: path, packagePosition: position, imports: statements.imports,
            rules: statements.rules, annotations: [], comments: parser.lexer.comments)
        if let errors = RegoErrors(module.readAnnotations()) { throw Failure(errors: errors) }
        return module
    }
}

extension Body {
    /// Reads a query: expressions that newlines or semicolons keep apart.
    package init(
        parsingQuery text: String, as version: RegoVersion, limits: SyntaxLimits = .standard
    ) throws(RegoErrors) {
        do throws(RegoError) {
            var parser = try Parser(text, version: version, limits: limits)
            let position = parser.token.position
            self.init(try parser.expressions(until: .end, "the end"), at: position)
        } catch {
            throw RegoErrors(error)
        }
    }
}

extension Term {
    /// Reads one value or expression: `{"a": {1, 2}}`.
    package init(parsing text: String, as version: RegoVersion, limits: SyntaxLimits = .standard) throws(RegoErrors) {
        do throws(RegoError) {
            var parser = try Parser(text, version: version, limits: limits)
            self = try parser.expressionTerm()
            guard parser.token.kind == .end else { throw parser.unexpected("the end of the text") }
        } catch {
            throw RegoErrors(error)
        }
    }
}

extension RegoVersion {
    /// The grammars that read the text, v1 before v0; none for a text that is wrong in both.
    package static func detected(in text: String) -> [RegoVersion] {
        [.v1, .v0].filter { (try? Module.parse(text, file: "", as: $0, limits: .standard)) != nil }
    }
}

extension RegoError {
    fileprivate func inFile(_ file: String) -> RegoError {
        var error = self
        error.file = file
        return error
    }

    /// The same for a text that OPA before 1.0 would take.
    fileprivate func asOlderSyntax(others: Int) -> RegoError {
        var error = self
        let more = others == 0 ? "" : " (and \(others) more like it)"
        error.message = "this looks like Rego before OPA 1.0 (v0): \(message)\(more)"
        error.hint = (hint.map { $0 + "; " } ?? "") + "`--v0` reads the file as it is"
        return error
    }
}
