package import Diagnostics
internal import Rego

/// Policies as `opa fmt` would write them.
package struct FormattedPolicies: Sendable {
    package struct File: Sendable, Hashable {
        package var name: String
        package var old: String
        package var new: String

        package var isChanged: Bool { old != new }
    }

    /// Those that can be read, in the order in which they were given.
    package private(set) var files: [File] = []
    /// What keeps the others from being read.
    package private(set) var findings: [Finding]

    /// - Parameters:
    ///   - isUpgrade: What is written for OPA before 1.0 becomes what OPA 1.0 wants.
    ///   - keepsOldReaders: With that, `import rego.v1` stays or is added.
    package init(
        _ texts: PolicyFiles, syntax: PolicySet.Syntax, isUpgrade: Bool = false, keepsOldReaders: Bool = false
    ) {
        findings = texts.findings
        for text in texts.texts {
            do throws(RegoErrors) {
                let version = syntax == .v0 ? .v0 : try Self.version(of: text, syntax)
                let new =
                    isUpgrade && version == .v0
                    ? try Formatting.upgraded(text.text, file: text.file, keepsOldReaders: keepsOldReaders)
                    : try Formatting.formatted(text.text, file: text.file, as: version)
                files.append(File(name: text.file, old: text.text, new: new))
            } catch {
                findings += error.all.map(\.finding)
            }
        }
    }

    /// A text that both grammars take is read as the newer.
    private static func version(of text: PolicyText, _ syntax: PolicySet.Syntax) throws(RegoErrors) -> RegoVersion {
        do throws(RegoErrors) {
            _ = try Module(parsing: text.text, file: text.file, as: .v1)
        } catch {
            guard syntax == .detected, RegoVersion.detected(in: text.text).contains(.v0) else { throw error }
            return .v0
        }
        return .v1
    }
}
