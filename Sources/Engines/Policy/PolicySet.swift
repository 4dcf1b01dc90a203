package import Diagnostics
package import Rego

/// Policies that were read and checked together, ready to be evaluated.
package struct PolicySet: Sendable {
    /// The files that could be read.
    package let modules: [Module]
    package let texts: [PolicyText]
    package let data: RegoValue
    /// nil where something is wrong with the policies; then there are errors.
    package let program: Program?
    /// What OPA would refuse too, in the order of files and places.
    package let errors: [RegoError]
    /// Everything that there is to say: about files, the errors, and notes about older syntax.
    package let findings: [Finding]

    /// How texts are read.
    package enum Syntax: Sendable, Hashable {
        /// As OPA 1.0 does; a text that only an older OPA takes is read as that one would, and a note says so.
        case detected
        /// As OPA 1.0 does, and nothing else.
        case v1
        /// As OPA before 1.0 does: `--v0`.
        case v0
    }

    package init(
        _ files: PolicyFiles, syntax: Syntax = .detected, options: CompileOptions = CompileOptions()
    ) {
        var modules: [Module] = []
        var errors: [RegoError] = []
        var findings = files.findings
        for text in files.texts {
            do throws(RegoErrors) {
                let module = try Self.module(text, syntax)
                modules.append(module)
                if module.version == .v0, syntax == .detected { findings.append(Self.note(on: module)) }
            } catch {
                errors += error.all
            }
        }
        var program: Program?
        if errors.isEmpty {
            do throws(RegoErrors) {
                program = try Program(modules: modules, data: .object(files.data), options: options)
            } catch {
                errors += error.all
            }
        }
        self.modules = modules
        self.texts = files.texts
        self.data = .object(files.data)
        self.program = findings.contains { $0.severity == .error } ? nil : program
        self.errors = errors
        self.findings = findings + errors.map(\.finding)
    }

    private static func module(_ text: PolicyText, _ syntax: Syntax) throws(RegoErrors) -> Module {
        switch syntax {
        case .v0: return try Module(parsing: text.text, file: text.file, as: .v0)
        case .v1: return try Module(parsing: text.text, file: text.file, as: .v1)
        case .detected: break
        }
        do throws(RegoErrors) {
            return try Module(parsing: text.text, file: text.file, as: .v1)
        } catch {
            if let older = try? Module(parsing: text.text, file: text.file, as: .v0) { return older }
            throw error
        }
    }

    private static func note(on module: Module) -> Finding {
        Finding(
            .regoOlderSyntax, "this is Rego before OPA 1.0 (v0) and is read as such", severity: .info,
            at: module.packagePosition.place(in: module.file),
            hint: "`mainstay policy fmt --upgrade -w` rewrites it for OPA 1.0, `--v0` leaves out this note")
    }
}
