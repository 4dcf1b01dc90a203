/// A rule that is a test: `test_…`, or `todo_test_…`, which is left out for now.
package struct TestRule: Sendable, Hashable {
    package var package: [String]
    /// As reports show it: `test_x`, `nested.test_x`; a second rule of the same name is `test_x#01`.
    package var name: String
    /// Below `data`.
    package var path: [String]
    package var file: String
    package var position: Position
    package var isSkipped: Bool
    /// Its name goes on with computed keys, each a case: `test_x[note] if …`.
    package var hasCases: Bool
    /// The module and the rule in it, by number.
    package var module: Int
    package var rule: Int

    /// `data.istio.test_x`
    package var fullName: String { referenceText(path.map(RegoValue.string)) }
}

/// Modules whose tests stand alone: each test rule has its own name, and says which case it looks at.
package struct TestModules: Sendable {
    package private(set) var modules: [Module]
    /// In the order of the modules and their texts.
    package private(set) var tests: [TestRule] = []

    package init(_ modules: [Module]) {
        self.modules = modules
        var seen: [[String]: Int] = [:]
        for (number, module) in modules.enumerated() {
            for (index, rule) in module.rules.enumerated() where rule.head.arguments == nil && !rule.isDefault {
                guard let name = rule.testName else { continue }
                let path = module.package + name
                let count = seen[path, default: 0]
                seen[path] = count + 1
                add(name, count, of: rule, (number, index))
            }
        }
    }

    private mutating func add(_ name: [String], _ count: Int, of rule: Rule, _ place: (module: Int, rule: Int)) {
        var name = name
        var rule = rule
        let module = modules[place.module]
        if count > 0 {
            name[name.count - 1] += count < 10 ? "#0\(count)" : "#\(count)"
            rule.renameTest(name)
        }
        let keys = Array(rule.head.reference.path.dropFirst(name.count - 1))
        if !keys.isEmpty { rule.announceCases(keys) }
        modules[place.module].rules[place.rule] = rule
        tests.append(
            TestRule(
                package: module.package, name: name.joined(separator: "."), path: module.package + name,
                file: module.file, position: rule.position, isSkipped: name[name.count - 1].hasPrefix("todo_"),
                hasCases: !keys.isEmpty, module: place.module, rule: place.rule))
    }
}

extension Rule {
    /// The constant start of its name up to the part that makes it a test.
    fileprivate var testName: [String]? {
        guard case .variable(let first) = head.reference.head.kind else { return nil }
        var name: [String] = []
        for part in [RegoValue.string(first)] + fixedPath.dropFirst() {
            guard case .string(let text) = part else { return nil }
            name.append(text)
            if text.hasPrefix("test_") || text.hasPrefix("todo_test_") { return name }
        }
        return nil
    }

    fileprivate mutating func renameTest(_ name: [String]) {
        if name.count == 1 {
            head.reference.head.kind = .variable(name[0])
        } else {
            head.reference.path[name.count - 2].kind = .scalar(.string(name[name.count - 1]))
        }
    }

    /// Notes the keys of a case as soon as they are known, so that one that fails later is known too.
    fileprivate mutating func announceCases(_ keys: [Term]) {
        var expressions = body?.expressions ?? []
        let start = position
        let names = Set(Mentions(of: keys).names.map(\.name))
        let last = names.compactMap { name in
            expressions.firstIndex { Mentions(of: $0).all.contains(name) }
        }.max()
        let call = Term(
            .call(
                Reference(
                    head: Term(.variable("internal"), at: start), path: [Term(.scalar(.string("test_case")), at: start)]
                ),
                [Term(.array(keys), at: start)]), at: start)
        expressions.insert(Expression(.term(call), at: start), at: last.map { $0 + 1 } ?? 0)
        body = Body(expressions, at: body?.position ?? start)
    }
}

extension Mentions {
    /// Used or declared.
    fileprivate var all: Set<String> { declared.union(names.map(\.name)) }
}
