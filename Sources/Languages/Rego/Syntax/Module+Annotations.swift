extension Module {
    /// Finds the METADATA blocks among the comments and gives each to the statement below it.
    ///
    /// - Returns: what is wrong with them.
    mutating func readAnnotations() -> [RegoError] {
        var errors: [RegoError] = []
        for block in MetadataBlock.all(in: comments) {
            do throws(RegoError) {
                try attach(try AnnotationsReader(block).read())
            } catch {
                var error = error
                error.file = file
                errors.append(error)
            }
        }
        return errors
    }

    private mutating func attach(_ read: ReadAnnotations) throws(RegoError) {
        let line = read.position.line
        let rule = rules.firstIndex { $0.position.line > line }
        let next: Target
        if packagePosition.line > line {
            next = .package
        } else if let place = imports.first(where: { $0.position.line > line })?.position,
            rule.map({ place < rules[$0].position }) ?? true
        {
            next = .import
        } else {
            next = rule.map(Target.rule) ?? .nothing
        }
        let scope: Annotations.Scope
        if let written = read.scope {
            scope = written
        } else {
            scope = try next.scope(isEntrypoint: read.isEntrypoint, at: read.position)
        }
        guard next.takes(scope) else {
            throw RegoError(
                .parse,
                "METADATA: the scope `\(scope.rawValue)` needs \(scope.target) below it, not \(next.name)",
                at: read.position)
        }
        if read.isEntrypoint, scope != .document, scope != .package {
            throw RegoError(
                .parse, "METADATA: `entrypoint` needs the scope `document` or `package`, not `\(scope.rawValue)`",
                at: read.position)
        }
        let members =
            read.members.map { (RegoValue.string($0.0), $0.1) } + [(.string("scope"), .string(scope.rawValue))]
        annotations.append(Annotations(scope: scope, value: RegoObject(members), position: read.position))
        guard let rule, !scope.isForPackages else { return }
        let path = rules[rule].fixedPath
        for index in rules.indices where scope == .document ? rules[index].fixedPath == path : index == rule {
            rules[index].annotations.append(annotations.count - 1)
        }
    }

    private enum Target {
        case package, `import`, nothing
        case rule(Int)

        var name: String {
            switch self {
            case .package: "a package"
            case .import: "an import"
            case .rule: "a rule"
            case .nothing: "the end of the file"
            }
        }

        func scope(isEntrypoint: Bool, at position: Position) throws(RegoError) -> Annotations.Scope {
            switch self {
            case .package: .package
            case .rule: isEntrypoint ? .document : .rule
            case .import, .nothing:
                throw RegoError(
                    .parse, "METADATA belongs to a rule or a package, not to \(name)",
                    hint: "put it right above the rule",
                    at: position)
            }
        }

        func takes(_ scope: Annotations.Scope) -> Bool {
            switch self {
            case .package: scope.isForPackages
            case .rule: !scope.isForPackages
            case .import, .nothing: false
            }
        }
    }
}

extension Annotations.Scope {
    var isForPackages: Bool { self == .package || self == .subpackages }

    fileprivate var target: String { isForPackages ? "a package" : "a rule" }
}

extension Rule {
    /// The steps of its name before the first variable: `p`, `a.b` of `a.b[x]`.
    var fixedPath: [RegoValue] {
        var path: [RegoValue] = []
        if case .variable(let name) = head.reference.head.kind { path.append(.string(name)) }
        for step in head.reference.path {
            guard case .scalar(let value) = step.kind else { break }
            path.append(value)
        }
        return path
    }
}
