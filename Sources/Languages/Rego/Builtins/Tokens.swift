extension Builtins {
    static let tokens: [Builtin] = []
    static let certificates: [Builtin] = []
}
