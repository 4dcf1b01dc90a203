internal import Diagnostics
internal import Rego
internal import Tree

/// What judges for a template: Rego, or expressions in CEL.
enum TemplateEngine: Sendable {
    case rego(TemplateSource)
    case expressions(ExpressionJudge)

    /// - Parameter target: An element of `spec.targets`. Of several engines Rego judges.
    /// - Throws: what is wrong with the policy, or which engine is not supported.
    init(_ target: Node, file: String) throws(Refused) {
        let codes = target["code"]?.elements ?? []
        func source(_ engine: String) -> Node? { codes.first { $0["engine"]?.string == engine }?["source"] }
        if let source = source("Rego"), let rego = source["rego"], rego.string != nil {
            let name = source["version"]?.string ?? "v0"
            guard let version = RegoVersion(rawValue: name) else {
                throw Refused(
                    Finding(
                        .templateUnusable, "the version of Rego is v0 or v1, found \"\(name)\"",
                        at: source["version"]?.place ?? rego.place))
            }
            self = .rego(try TemplateSource(rego, source["libs"]?.elements ?? [], version, file: file))
        } else if let rego = target["rego"], rego.string != nil {
            self = .rego(try TemplateSource(rego, target["libs"]?.elements ?? [], .v0, file: file))
        } else if let source = source("K8sNativeValidation") {
            self = .expressions(try ExpressionJudge(source))
        } else {
            throw Refused(Self.missing(target, codes.first))
        }
    }

    private static func missing(_ target: Node, _ code: Node?) -> Finding {
        guard let code else {
            return Finding(
                .templateUnusable, "the target has no policy: neither rego nor code", at: target.place,
                hint: "write the policy into targets[0].rego")
        }
        return Finding(
            .gatekeeperUnsupported, "templates of the engine \"\(code["engine"]?.string ?? "")\" are not evaluated",
            severity: .info, at: code["engine"]?.place ?? code.place,
            hint: "Mainstay evaluates Rego and K8sNativeValidation; the cluster evaluates this one")
    }
}
