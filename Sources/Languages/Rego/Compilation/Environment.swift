/// The functions that a policy may call, and how strict the compiler is.
struct Environment: Sendable {
    /// How many arguments each function of the policies takes, by its path.
    var functions: [[RegoValue]: Int] = [:]
    var builtins: [String: Builtin] = Builtins.byName
    /// The paths of rules that have nothing below them.
    var documents: Set<[RegoValue]> = []
    var isStrict = false

    /// nil for what is no function, and for one that takes any number of arguments.
    func arity(of callee: Callee) -> Int? {
        switch callee {
        case .builtin(let name): builtins[name].flatMap { $0.isVariadic ? nil : $0.arguments.count }
        case .function(let path): functions[path]
        }
    }

    /// Why a function cannot be called, and what to do.
    func problem(with callee: Callee) -> (message: String, hint: String) {
        let message = "undefined function \(callee.text)"
        guard case .builtin(let name) = callee else {
            return (message, "no loaded policy has a function of this name")
        }
        if name == "print" { return (message, "`print` stands alone on its line") }
        if let reason = Builtins.unsupported[name] { return (message, "\(name) is not supported: \(reason)") }
        if Builtins.byName[name] != nil { return (message, "the capabilities do not allow \(name)") }
        return (message, "it is neither a built-in function nor one of package or imports")
    }

    /// What `with` cannot replace.
    static let irreplaceable: Set = [
        "eq", "equal", "print", "internal.print", "rego.metadata.chain", "rego.metadata.rule", "internal.member_2",
        "internal.member_3",
    ]
}

/// How policies are compiled.
package struct CompileOptions: Sendable {
    /// OPA's strict mode: unused variables and imports, deprecated functions, shadowed names are errors.
    package var isStrict = false
    /// Names of the built-ins that may be called; nil: all.
    package var capabilities: Set<String>?
    /// Note which lines are reached.
    package var isCovered = false

    package init() {}
}
