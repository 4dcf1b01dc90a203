internal import Diagnostics
internal import KubeTypes
internal import Rego
internal import Tree

/// A compiled template that judges objects for its constraints.
struct TemplateJudge: Sendable {
    private enum Engine: Sendable {
        case rego(TemplateSource, RuleReader, clauses: [Place])
        case expressions(ExpressionJudge)
    }

    private let engine: Engine

    init(_ engine: TemplateEngine, inventory: RegoValue) throws(Refused) {
        switch engine {
        case .expressions(let judge): self.engine = .expressions(judge)
        case .rego(let source):
            let program = try source.program(inventory: inventory)
            self.engine = .rego(source, source.reader(program), clauses: source.clauses(program))
        }
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
        var verdict = Policy.verdict(on: matching, surroundings) { review, context in
            self.verdict(constraint, on: review, context, surroundings.limits)
        }
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
        switch engine {
        case .expressions(let judge):
            var verdict = PolicyVerdict()
            verdict.findings = judge.violations(of: review, constraint).map { violation in
                finding(constraint, review, PolicyMessage(text: violation.message), rule: violation.place)
            }
            return verdict
        case .rego(let source, let reader, let clauses):
            var verdict = PolicyVerdict()
            do throws(RegoError) {
                let input = review.input(constraint.parameters)
                let answers = try reader.answers(input: input, context: context, limits: limits)
                verdict.findings = answers.flatMap(\.violations).map { value, clause in
                    let rule = clauses.indices.contains(clause) ? clauses[clause] : nil
                    return finding(constraint, review, value, rule: rule)
                }
            } catch {
                verdict.failures.append(
                    PolicyFailure(error: error, subject: review.object.subject, place: source.finding(error).place))
            }
            verdict.printed = context.printed.map(source.line)
            return verdict
        }
    }

    private func finding(_ constraint: Constraint, _ review: Review, _ value: RegoValue, rule: Place?) -> Finding {
        do throws(PolicyMessage.Mistake) {
            return finding(constraint, review, try PolicyMessage(value), rule: rule)
        } catch {
            return Finding(
                .policyMessage,
                "the rule violation gives no message: expected an object with \"msg\", found \(error.description)",
                at: rule ?? constraint.object.place,
                related: [RelatedPlace("for this object", at: review.object.place)])
        }
    }

    private func finding(
        _ constraint: Constraint, _ review: Review, _ message: PolicyMessage, rule: Place?
    ) -> Finding {
        var related = [RelatedPlace("the constraint", at: constraint.object.place)]
        if let rule, rule.isKnown { related.append(RelatedPlace("the rule of its template", at: rule)) }
        var finding = Finding(
            .constraintViolated, "\(constraint.name) \(constraint.action.verb): \(message.text)",
            severity: constraint.action.severity, at: JudgedInput(review.object).place(of: message.path),
            related: related, hint: message.details.map { "details: \($0)" })
        finding.subject = review.object.subject
        return finding
    }
}

extension RuleReader.Answer {
    /// What a rule `violation` gives, with the clause that gave it.
    fileprivate var violations: [(RegoValue, Int)] {
        switch self {
        case .elements(let elements): elements.map { ($0.value, $0.clause) }
        case .value(.array(let elements)): elements.map { ($0, 0) }
        case .value, .undefined: []
        }
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
