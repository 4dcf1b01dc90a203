internal import GoText
internal import Diagnostics
internal import KubeTypes
internal import Mesh

/// What a rule of `http` does to a request besides sending it on.
extension Report {
    mutating func checkCORS(_ policy: Field) {
        guard policy.isPresent else { return }
        if !policy["allowOrigin"].isEmpty {
            note(.fieldDeprecated, "allowOrigin is deprecated", at: policy["allowOrigin"], hint: "use allowOrigins")
        }
        for origin in policy["allowOrigins"].items {
            if !["exact", "prefix", "regex"].contains(where: { origin[$0].isFilled }) {
                error(
                    .corsInvalid, "an origin of allowOrigins is empty", at: origin, hint: "add exact, prefix or regex")
            } else if origin["regex"].isPresent {
                checkExpression(origin["regex"])
            }
        }
        let methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "CONNECT", "OPTIONS", "TRACE", "*"]
        for method in policy["allowMethods"].items where !methods.contains(method.text) {
            error(
                .corsInvalid, "the method \(quoted(method.text)) of allowMethods is unknown", at: method,
                hint: "use one of \(methods.joined(separator: ", "))")
        }
        for header in policy["allowHeaders"].items + policy["exposeHeaders"].items
        where header.text != "*" && !isHTTPHeaderName(header.text) {
            error(
                .corsInvalid, "\(quoted(header.text)) of \(header.name) is no header", at: header,
                hint: "name a header, or \"*\"")
        }
        let age = policy["maxAge"]
        checkDuration(age)
        if let duration = GoDuration(age.text), !duration.isMultiple(of: .second) {
            error(
                .durationInvalid, "maxAge \(quoted(age.text)) has parts of a second", at: age, hint: "use whole seconds"
            )
        }
    }

    mutating func checkFault(_ fault: Field) {
        guard fault.isPresent else { return }
        let abort = fault["abort"]
        let delay = fault["delay"]
        if abort.isAbsent, delay.isAbsent {
            error(.faultInvalid, "the fault is neither a delay nor an abort", at: fault, hint: "add delay or abort")
        }
        if abort.isPresent { checkAbort(abort) }
        checkFraction(delay["percentage"])
        if delay["percent"].isPresent {
            note(
                .fieldDeprecated, "percent of a delay is deprecated", at: delay["percent"], hint: "use percentage.value"
            )
        }
        checkDuration(delay["fixedDelay"])
        if delay["exponentialDelay"].isPresent {
            error(
                .faultInvalid, "exponentialDelay has never been built", at: delay["exponentialDelay"],
                hint: "use fixedDelay")
        }
    }

    private mutating func checkAbort(_ abort: Field) {
        checkFraction(abort["percentage"])
        let http = abort["httpStatus"]
        let grpc = abort["grpcStatus"]
        if http.isPresent { checkStatus(http, .faultInvalid) }
        if grpc.isPresent, !grpcStatuses.contains(grpc.text) {
            error(
                .faultInvalid, "gRPC has no status \(quoted(grpc.text))", at: grpc,
                hint: nearestName(to: grpc.text, among: grpcStatuses).map { "did you mean \"\($0)\"?" }
                    ?? "use a name such as UNAVAILABLE")
            suggestNearest(to: grpc, among: Array(grpcStatuses))
        }
        if abort["http2Error"].isPresent {
            error(
                .faultInvalid, "http2Error has never been built", at: abort["http2Error"],
                hint: "use httpStatus or grpcStatus")
        }
        if !abort.hasAny("httpStatus", "grpcStatus", "http2Error") {
            warning(
                .faultInvalid, "the abort does not say with which error", at: abort,
                hint: "add httpStatus or grpcStatus",
                effect: "no request fails")
        }
    }

    /// Istio's words say that 599 is the last one; it takes 600 too.
    private mutating func checkStatus(_ status: Field, _ code: Code) {
        guard !(200...600).contains(status.number) else { return }
        error(
            code, "the status \(status.number) is not from 200 to 599", at: status,
            hint: "use a status of HTTP such as 503")
    }

    mutating func checkMirrors(_ route: Field) {
        for name in ["mirrorPercent", "mirror_percent"] where route[name].isPresent {
            let share = route[name]
            if share.number > 100 {
                error(
                    .mirrorInvalid, "\(name) \(share.number) is more than 100", at: share,
                    hint: "use a number up to 100")
            }
            warning(
                .fieldDeprecated, "\(name) is deprecated", at: share,
                hint: "use mirrorPercentage with the value \(share.number)")
        }
        checkMirrorShare(route["mirrorPercentage"])
        checkDestination(route["mirror"])
        for mirror in route["mirrors"].items {
            guard mirror.isPresent else {
                error(.entryEmpty, "an entry of mirrors is empty", at: mirror, hint: "remove it")
                continue
            }
            if mirror["destination"].isAbsent {
                error(.mirrorInvalid, "the mirror names no destination", at: mirror, hint: "add destination.host")
            }
            checkDestination(mirror["destination"])
            checkMirrorShare(mirror["percentage"])
        }
    }

    private mutating func checkMirrorShare(_ percentage: Field) {
        let share = percentage["value"]
        guard !(0...100).contains(share.amount) else { return }
        error(
            .mirrorInvalid, "\(share.amount) percent cannot be mirrored", at: share, hint: "use a number from 0 to 100")
    }

    /// The first thing that is wrong, as in Istio.
    mutating func checkRedirect(_ redirect: Field, matches: [Field]) {
        guard redirect.isPresent else { return }
        let rewrite = redirect["prefixRewrite"]
        if rewrite.isFilled, redirect["uri"].isFilled {
            return error(
                .redirectInvalid, "uri and prefixRewrite of a redirect cannot both be set", at: rewrite,
                hint: "keep one of the two")
        }
        if rewrite.isFilled,
            let other = matches.first(where: { $0["uri"].isPresent && $0["uri"]["prefix"].isAbsent })
        {
            return error(
                .redirectInvalid, "prefixRewrite replaces a prefix, and the match compares otherwise", at: other["uri"],
                hint: "match the uri by prefix, or use uri instead of prefixRewrite")
        }
        guard
            ["uri", "prefixRewrite", "authority", "scheme"].contains(where: { redirect[$0].isFilled })
                || redirect["port"].isPresent || redirect["derivePort"].isPresent
        else {
            return error(
                .redirectInvalid, "the redirect leads to where the request came from", at: redirect,
                hint: "set uri, authority, port or scheme", effect: "clients would go in a circle")
        }
        let code = redirect["redirectCode"]
        if code.number != 0, !(300...399).contains(code.number) {
            return error(
                .redirectInvalid, "\(code.number) is not the status of a redirect", at: code,
                hint: "use 301, 302, 303, 307 or 308")
        }
        let scheme = redirect["scheme"]
        if !["", "http", "https"].contains(scheme.text) {
            return error(
                .redirectInvalid, "a redirect cannot have the scheme \(quoted(scheme.text))", at: scheme,
                hint: "use http or https")
        }
        if redirect["port"].number > 0 { checkPort(redirect["port"]) }
    }

    mutating func checkDirectResponse(_ response: Field) {
        guard response.isPresent else { return }
        let body = response["body"]
        let bytes = decodedBase64(body["bytes"].text)
        if bytes == nil {
            error(
                .valueUnreadable, "the bytes of the body are not written in base64", at: body["bytes"],
                hint: "encode them, or use string")
        }
        let size = max(body["string"].text.utf8.count, bytes?.count ?? 0)
        if size > 1 << 20 {
            error(
                .directResponseInvalid, "the body has \(size) bytes, at most \(1 << 20) are allowed", at: body,
                hint: "serve it from a service")
        } else if size > 100 << 10 {
            warning(
                .directResponseInvalid, "the body has \(size) bytes, which each proxy has to hold", at: body,
                hint: "serve it from a service", effect: "proxies take longer to follow changes")
        }
        checkStatus(response["status"], .directResponseInvalid)
    }

    mutating func checkRewrite(_ rewrite: Field) {
        guard rewrite.isPresent else { return }
        let expression = rewrite["uriRegexRewrite"]
        if rewrite["uri"].isFilled, expression.isPresent {
            error(
                .rewriteInvalid, "uri and uriRegexRewrite cannot both be set", at: expression,
                hint: "keep one of the two")
        }
        if !rewrite["uri"].isFilled, !rewrite["authority"].isFilled, expression.isAbsent {
            error(
                .rewriteInvalid, "the rewrite changes nothing", at: rewrite,
                hint: "set uri, uriRegexRewrite or authority")
        }
        guard expression.isPresent else { return }
        for name in ["match", "rewrite"] where !expression[name].isFilled {
            error(
                .rewriteInvalid, "uriRegexRewrite has no \(name)", at: expression[name], hint: "set match and rewrite")
        }
        if expression["match"].isFilled { checkExpression(expression["match"]) }
    }

    /// Retries of a route, or the mesh's default for them.
    mutating func checkRetries(_ retries: Field) {
        guard retries.isPresent else { return }
        let attempts = retries["attempts"]
        checkNotNegative(attempts, .retriesInvalid)
        if attempts.number == 0,
            let other = ["perTryTimeout", "retryOn", "retryRemoteLocalities"].map({ retries[$0] }).first(where: {
                $0.isPresent && !($0.name == "retryOn" && !$0.isFilled)
            })
        {
            error(
                .retriesInvalid, "\(other.name) has no effect with 0 attempts, which turn retries off", at: other,
                hint: "set attempts, or remove \(other.name)")
        }
        checkDuration(retries["perTryTimeout"])
        checkDuration(retries["backoff"])
        let conditions = retries["retryOn"]
        guard conditions.isFilled else { return }
        for word in RetryConditions.unknown(in: conditions.text) {
            error(
                .retriesInvalid, "retryOn has no condition \(quoted(word))", at: conditions,
                hint: nearestName(to: word, among: RetryConditions.names).map { "did you mean \"\($0)\"?" }
                    ?? "write conditions of Envoy or statuses of HTTP with commas, without spaces")
        }
        let withoutSpaces = conditions.text.filter { $0 != " " }
        if withoutSpaces != conditions.text, RetryConditions.unknown(in: withoutSpaces).isEmpty {
            suggest(withoutSpaces, for: conditions, isSafe: true)
        }
    }
}

private let grpcStatuses: Set<String> = [
    "OK", "CANCELLED", "UNKNOWN", "INVALID_ARGUMENT", "DEADLINE_EXCEEDED", "NOT_FOUND", "ALREADY_EXISTS",
    "PERMISSION_DENIED", "RESOURCE_EXHAUSTED", "FAILED_PRECONDITION", "ABORTED", "OUT_OF_RANGE", "UNIMPLEMENTED",
    "INTERNAL", "UNAVAILABLE", "DATA_LOSS", "UNAUTHENTICATED",
]
