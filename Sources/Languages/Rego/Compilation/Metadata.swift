/// What `rego.metadata.rule()` and `rego.metadata.chain()` answer in one rule.
struct Metadata: Sendable {
    var rule: RegoValue = .object(.empty)
    var chain: RegoValue = .array([])

    init() {}

    /// - Parameter packages: the annotations of scope package and subpackages of all modules, with their packages.
    init(_ rule: Rule, path: [RegoValue], in module: Module, packages: [(path: [String], Annotations)]) {
        let package = module.package
        let own = rule.annotations.filter(module.annotations.indices.contains).map { module.annotations[$0] }
        let name = path.dropFirst(package.count)
        let full: RegoValue = .array(package.map(RegoValue.string) + name)
        var entries: [RegoValue] = []
        let ofRule = own.filter { $0.scope == .rule }
        self.rule = .object(ofRule.last?.value ?? .empty)
        entries.append(Self.entry(full, ofRule.last))
        for annotations in own where annotations.scope == .document { entries.append(Self.entry(full, annotations)) }
        let here: RegoValue = .array(package.map(RegoValue.string))
        for (path, annotations) in packages where path == package && annotations.scope == .package {
            entries.append(Self.entry(here, annotations))
        }
        for length in stride(from: package.count, through: 0, by: -1) {
            let prefix = Array(package.prefix(length))
            for (path, annotations) in packages where path == prefix && annotations.scope == .subpackages {
                entries.append(Self.entry(.array(prefix.map(RegoValue.string)), annotations))
            }
        }
        chain = .array(entries)
    }

    private static func entry(_ path: RegoValue, _ annotations: Annotations?) -> RegoValue {
        var members: [(RegoValue, RegoValue)] = [(.string("path"), path)]
        if let annotations { members.append((.string("annotations"), .object(annotations.value))) }
        return .object(RegoObject(members))
    }
}
