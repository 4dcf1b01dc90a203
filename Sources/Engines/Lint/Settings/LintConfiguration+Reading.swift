package import Diagnostics
internal import RE2

extension LintConfiguration {
    /// Reads a file that a configuration names: another configuration, or a list of patterns. Nil when there is none.
    package typealias ReadFile = (String) -> [UInt8]?

    /// Reads a configuration.
    ///
    /// - Parameter file: How messages name it.
    /// - Throws: What is wrong in it, where, and what is expected.
    package static func read(
        _ bytes: [UInt8], file: String, reading readFile: @escaping ReadFile
    ) throws(Refused) -> LintConfiguration {
        var reader = LintConfigurationReader(readFile: readFile)
        var configuration = try reader.configuration(bytes, file: SourceFile(file), depth: 0)
        if let problem = configuration.prepareOptions() { throw problem }
        return configuration
    }
}

extension LintConfiguration {
    /// Completes the options of the rules; gives what does not go together.
    fileprivate mutating func prepareOptions() -> Refused? {
        prepare { setting in
            var options = setting.rule.standardOptions
            options.values.merge(setting.options) { $1 }
            for shape in setting.rule.options where shape.list == .patterns {
                options.compiled[shape.name] = options.words(shape.name).compactMap { try? RegularExpression($0) }
            }
            return options
        }
        guard let quotes = settings.first(where: { $0.rule == .quotedStrings && $0.isEnabled }) else { return nil }
        return Self.contradiction(in: quotes)
    }

    private static func contradiction(in setting: Setting) -> Refused? {
        var options = setting.rule.standardOptions
        options.values.merge(setting.options) { $1 }
        func refused(_ name: String, _ required: String, _ wanted: String) -> Refused {
            Refused(
                Finding(
                    .lintConfiguration,
                    "the options \"required: \(required)\" and \"\(name)\" of quoted-strings do not go together",
                    at: setting.place, hint: "set required to \(wanted), or leave out \(name)"))
        }
        if options.word("required").isEmpty {
            let isRequired = options.flag("required")
            if !options.words("extra-allowed").isEmpty {
                return refused("extra-allowed", "\(isRequired)", "only-when-needed")
            }
            if isRequired, !options.words("extra-required").isEmpty {
                return refused("extra-required", "true", "false or only-when-needed")
            }
        }
        return nil
    }
}
