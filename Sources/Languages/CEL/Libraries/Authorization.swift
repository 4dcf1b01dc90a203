/// The functions on the variable `authorizer`, which rules of schemas do not have. They are known by name only, so that an
/// expression is told what Kubernetes tells it.
let authorizationFunctions: [Function] = [
    Function("path", [.init("authorization.Authorizer.(string) -> authorization.PathCheck")], never),
    Function("group", [.init("authorization.Authorizer.(string) -> authorization.GroupCheck")], never),
    Function("serviceAccount", [.init("authorization.Authorizer.(string, string) -> authorization.Authorizer")], never),
    Function("resource", [.init("authorization.GroupCheck.(string) -> authorization.ResourceCheck")], never),
    Function("subresource", [.init("authorization.ResourceCheck.(string) -> authorization.ResourceCheck")], never),
    Function("namespace", [.init("authorization.ResourceCheck.(string) -> authorization.ResourceCheck")], never),
    Function("name", [.init("authorization.ResourceCheck.(string) -> authorization.ResourceCheck")], never),
    Function("fieldSelector", [.init("authorization.ResourceCheck.(string) -> authorization.ResourceCheck")], never),
    Function("labelSelector", [.init("authorization.ResourceCheck.(string) -> authorization.ResourceCheck")], never),
    Function(
        "check",
        [
            .init("authorization.PathCheck.(string) -> authorization.Decision"),
            .init("authorization.ResourceCheck.(string) -> authorization.Decision"),
        ], never),
    Function("allowed", [.init("authorization.Decision.() -> bool")], never),
    Function("reason", [.init("authorization.Decision.() -> string")], never),
    Function("errored", [.init("authorization.Decision.() -> bool")], never),
    Function("error", [.init("authorization.Decision.() -> string")], never),
]

@Sendable private func never(_ arguments: [Value]) throws(EvaluationError) -> Value {
    throw EvaluationError.noSuchOverload
}
