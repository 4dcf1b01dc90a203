/// A local variable, as messages speak of it.
struct VariableInfo: Sendable {
    /// nil for one that the compiler made; `_` for a wildcard.
    var name: String?
    var position: Position
}

/// The names of one body.
struct Scope: Sendable {
    /// By `:=`, `some`, `every` or as an argument.
    var declared: [String: Declaration] = [:]
    /// Names that are just used; the outermost body that uses such a name without a nested body owns it.
    var implicit: [String: Variable] = [:]
    /// Global names used here; they cannot be declared afterwards.
    var seen: Set<String> = []
    /// Wildcards that a negation may not own, in the order of the text.
    var reservedWildcards: [Variable] = []
}

struct Declaration: Sendable {
    enum Kind: Sendable { case argument, assigned, declared }

    var kind: Kind
    var variable: Variable
    var position: Position
    var isUsed = false
}

/// What a name of a module means outside of its bodies.
enum Global: Sendable, Hashable {
    case input([RegoValue])
    case data([RegoValue])
}

/// The names that a module's imports, its package's rules and the language give.
struct Names: Sendable {
    var file: String
    var package: [RegoValue]
    /// v1 refuses what only strict mode refused before.
    var version: RegoVersion
    private var globals: [String: Global]

    init(file: String, package: [RegoValue], version: RegoVersion, globals: [String: Global]) {
        self.file = file
        self.version = version
        self.package = package
        self.globals = globals
    }

    func global(_ name: String) -> Global? {
        switch name {
        case "input": .input([])
        case "data": .data([])
        default: globals[name]
        }
    }
}
