internal import Diagnostics
internal import KubeTypes
internal import Parallel
internal import Rego
internal import Tree

/// A compiled template that judges objects for its constraints.
struct TemplateJudge: Sendable {
    private let source: TemplateSource
    private let reader: RuleReader
    private let clauses: [Place]

    init(_ source: TemplateSource, inventory: RegoValue) throws(Refused) {
        let program = try source.program(inventory: inventory)
        self.source = source
        reader = source.reader(program)
        clauses = source.clauses(program)
    }

    func verdict(
        _ constraint: Constraint, on reviews: [Review], _ namespaces: [String: KubeObject],
        _ surroundings: Surroundings
    ) -> PolicyVerdict {
        var undecided: [String: Review] = [:]
        var matching: [Review] = []
        for review in reviews {
            switch constraint.match.matches(review.object, among: namespaces) {
            case .yes: matching.append(review)
            case .no: break
            case .unknownNamespace: undecided[review.object.namespace] = undecided[review.object.namespace] ?? review
            }
        }
        let size = 64
        let chunks = stride(from: 0, to: matching.count, by: size).map {
            Array(matching[$0..<min($0 + size, matching.count)])
        }
        let judged = parallelMap(chunks, run: 1, stack: deepStack) { chunk in
            let context = surroundings.context
            var verdict = PolicyVerdict()
            for review in chunk { verdict.add(self.verdict(constraint, on: review, context, surroundings.limits)) }
            return verdict
        }
        var verdict = PolicyVerdict()
        for part in judged { verdict.add(part) }
        for (namespace, review) in undecided.sorted(by: { $0.key < $1.key }) {
            verdict.findings += [undecidedFinding(constraint, namespace, review)].about(constraint.object.subject)
        }
        return verdict
    }

    private func undecidedFinding(_ constraint: Constraint, _ namespace: String, _ review: Review) -> Finding {
        Finding(
            .gatekeeperUnsupported,
            "whether \(constraint.name) judges the namespace \"\(namespace)\" is not known: it asks for its labels",
            severity: .info,
            at: constraint.object.root[path: "spec", "match", "namespaceSelector"]?.place ?? constraint.object.place,
            related: [RelatedPlace("an object of the namespace", at: review.object.place)],
            hint: "give the Namespace with the other manifests")
    }

    private func verdict(
        _ constraint: Constraint, on review: Review, _ context: BuiltinContext, _ limits: Limits
    ) -> PolicyVerdict {
        context.renew(limits: limits)
        var verdict = PolicyVerdict()
        do throws(RegoError) {
            let input = review.input(constraint.parameters)
            switch try reader.answers(input: input, context: context, limits: limits).first {
            case .elements(let elements)?:
                for element in elements {
                    let place = clauses.indices.contains(element.clause) ? clauses[element.clause] : nil
                    verdict.findings.append(finding(constraint, review, element.value, rule: place))
                }
            case .value(.array(let elements))?:
                verdict.findings += elements.map { finding(constraint, review, $0, rule: clauses.first) }
            case .value, .undefined, nil: break
            }
        } catch {
            verdict.failures.append(
                PolicyFailure(error: error, subject: review.object.subject, place: source.finding(error).place))
        }
        verdict.printed = context.printed.map { line in
            var line = line
            let place = source.place(line.file, line.position)
            line.file = place.file.path
            line.position = Position(line: Int(place.line), column: Int(place.column), offset: 0)
            return line
        }
        return verdict
    }

    private func finding(_ constraint: Constraint, _ review: Review, _ value: RegoValue, rule: Place?) -> Finding {
        let message: PolicyMessage
        do throws(PolicyMessage.Mistake) {
            message = try PolicyMessage(value)
        } catch {
            return Finding(
                .policyMessage,
                "the rule violation gives no message: expected an object with \"msg\", found \(error.description)",
                at: rule ?? constraint.object.place, related: [RelatedPlace("for this object", at: review.object.place)]
            )
        }
        let input = JudgedInput(review.object)
        var related = [RelatedPlace("the constraint", at: constraint.object.place)]
        if let rule { related.append(RelatedPlace("the rule of its template", at: rule)) }
        var finding = Finding(
            .constraintViolated, "\(constraint.name) \(constraint.action.verb): \(message.text)",
            severity: constraint.action.severity, at: input.place(of: message.path), related: related,
            hint: message.details.map { "details: \($0)" })
        finding.subject = review.object.subject
        return finding
    }
}

extension Constraint {
    /// As messages name it.
    var name: String { "\(object.kind) \"\(object.name)\"" }
}

extension Constraint.Action {
    fileprivate var verb: String {
        switch self {
        case .deny: "would refuse the object"
        case .warn: "would warn of the object"
        case .note: "would note the object"
        }
    }
}
