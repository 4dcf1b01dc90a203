/// How a policy is written, not what it means.
package enum Formatting {
    /// The text as `opa fmt` would write it. What it means stays; to format again changes nothing.
    ///
    /// - Throws: what keeps the text from being read.
    package static func formatted(
        _ text: String, file: String, as version: RegoVersion
    ) throws(RegoErrors) -> String {
        let module = try Module(parsing: text, file: file, as: version)
        let result = try write { () throws(RegoError) in try Formatter(text, module) }
        try check(result, as: version, against: module)
        return result
    }

    /// The text, written for OPA before 1.0, as OPA 1.0 wants it. A text for OPA 1.0 is only formatted.
    ///
    /// - Parameter keepsOldReaders: adds `import rego.v1`, so that OPA from 0.59 reads the result too.
    /// - Throws: what keeps the text from being read, or what a person has to change: names that are keywords now.
    package static func upgraded(
        _ text: String, file: String, keepsOldReaders: Bool = false
    ) throws(RegoErrors) -> String {
        let module: Module
        do throws(RegoErrors) {
            module = try Module(parsing: text, file: file, as: .v0)
        } catch {
            guard RegoVersion.detected(in: text) == [.v1] else { throw error }
            return try formatted(text, file: file, as: .v1)
        }
        let result = try write { () throws(RegoError) in
            try Formatter(text, module, isUpgrade: true, keepsOldReaders: keepsOldReaders)
        }
        try check(result, as: .v1, against: module)
        return result
    }

    private static func write(_ formatter: () throws(RegoError) -> Formatter) throws(RegoErrors) -> String {
        do throws(RegoError) {
            var formatter = try formatter()
            return formatter.result()
        } catch {
            throw RegoErrors(error)
        }
    }

    /// Never gives a text that means something else.
    private static func check(_ result: String, as version: RegoVersion, against module: Module) throws(RegoErrors) {
        let again: Module
        do throws(RegoErrors) {
            again = try Module(parsing: result, file: module.file, as: version)
        } catch {
            throw RegoErrors(error.first.afterFormatting(module.file))
        }
        guard again.meaning == module.meaning, again.comments.count >= module.comments.count else {
            throw RegoErrors(
                RegoError(
                    .parse, "the text cannot be formatted without changing its meaning",
                    hint: "please report this text",
                    file: module.file))
        }
    }
}

extension RegoError {
    /// The place is one of the result, which nobody sees.
    fileprivate func afterFormatting(_ file: String) -> RegoError {
        RegoError(
            .parse, "the text cannot be written for OPA 1.0: \(message)",
            hint: "names that are keywords now need another name",
            file: file)
    }
}
