package import Diagnostics
package import Rego

extension Code {
    // What is wrong with a policy, under the names that OPA has for it.

    /// The text of a policy is no Rego.
    package static let regoSyntax = Code("MST8001", aliases: ["rego_parse_error"])
    /// A policy names what is not there, or says what cannot be.
    package static let regoCompilation = Code("MST8002", aliases: ["rego_compile_error"])
    /// A value can never be of the type that is asked of it.
    package static let regoType = Code("MST8003", aliases: ["rego_type_error"])
    /// A variable never gets a value.
    package static let regoUnsafeVariable = Code("MST8004", aliases: ["rego_unsafe_var_error"])
    /// A rule needs itself.
    package static let regoRecursion = Code("MST8005", aliases: ["rego_recursion_error"])
    /// A rule has two values for one input.
    package static let regoConflict = Code("MST8006", aliases: ["eval_conflict_error"])
    /// A built-in function was given what it does not take, or failed.
    package static let regoCall = Code("MST8007", aliases: ["eval_type_error", "eval_builtin_error"])
    /// An evaluation reached a limit.
    package static let regoLimit = Code("MST8008", aliases: ["eval_cancel_error"])
    /// A policy is written for OPA before 1.0.
    package static let regoOlderSyntax = Code("MST8009")
    /// A file of policies or of their data cannot be used.
    package static let policyFile = Code("MST8010")
    /// There is nothing to evaluate.
    package static let policyMissing = Code("MST8011")
    /// A rule gives a message, or has metadata, that cannot be read.
    package static let policyMessage = Code("MST8012")

    // What policies say of objects.

    /// A rule `deny` or `violation` holds.
    package static let policyDenied = Code("MST8020")
    /// A rule `warn` holds.
    package static let policyWarned = Code("MST8021")
}

extension RegoError.Code {
    /// The code of the finding that tells of it.
    package var findingCode: Code {
        switch self {
        case .parse: .regoSyntax
        case .compile: .regoCompilation
        case .type: .regoType
        case .unsafeVariable: .regoUnsafeVariable
        case .recursion: .regoRecursion
        case .conflict: .regoConflict
        case .operand, .builtin: .regoCall
        case .limit: .regoLimit
        }
    }
}

extension RegoError {
    /// For a person to read. OPA's name stands before the message: people search for it.
    package var finding: Finding {
        Finding(code.findingCode, "\(code.rawValue): \(message)", at: place, hint: hint)
    }

    private var place: Place {
        let file = SourceFile(file ?? "")
        guard let position else { return Place(file: file, line: 0, column: 0) }
        return Place(file: file, line: position.line, column: position.column)
    }
}

extension Position {
    /// The place in a file.
    package func place(in file: String) -> Place { Place(file: SourceFile(file), line: line, column: column) }
}

extension Code {
    // Gatekeeper.

    /// A constraint would refuse an object, warn of it or note it.
    package static let constraintViolated = Code("MST8030")
    /// A ConstraintTemplate cannot be used.
    package static let templateUnusable = Code("MST8031")
    /// A constraint cannot be used.
    package static let constraintUnusable = Code("MST8032")
    /// A part of Gatekeeper's that is not evaluated.
    package static let gatekeeperUnsupported = Code("MST8033")
}
