internal import Hummingbird
internal import HTTPTypes
internal import KubeTypes
internal import Logging
internal import NIOCore
internal import Schema
internal import Store
internal import Tree

/// Turns an HTTP request into an answer: who asks, what about, which verb; every failure leaves as a `Status`.
struct Responder: HTTPResponder {
    typealias Context = BasicRequestContext

    let registry: Registry
    let token: BearerToken
    let accounts = AccountTokens()
    let customResources: CustomResources

    func respond(to request: Hummingbird.Request, context: BasicRequestContext) async throws -> Response {
        let target = RequestTarget(path: request.uri.path)
        do throws(Status) {
            return try await answer(request, target)
        } catch {
            if error == .noSuchResource, isBeyondKnownGroups(target) {
                return Answer(text: "404 page not found\n", code: 404).response(isYAML: false)
            }
            return Answer(error.node, code: error.code, retryAfter: error.retryAfterSeconds).response(isYAML: false)
        }
    }

    /// Only groups that are built in answer in their own words to paths below them that there are not.
    private func isBeyondKnownGroups(_ target: RequestTarget) -> Bool {
        let isBuiltIn = { (group: String) in
            group.isEmpty || Review.Kind.groups.contains(group)
                || registry.resources.definitions.contains { $0.isBuiltIn && $0.group == group }
        }
        return switch target {
        case .group(let group), .resources(let group, _), .nothing(let group): !isBuiltIn(group)
        case .resource(let target): !isBuiltIn(target.type.group)
        case .openAPI, .unknownCheck, .unknown: true
        default: false
        }
    }

    private func answer(_ request: Hummingbird.Request, _ target: RequestTarget) async throws(Status) -> Response {
        // Probes come without credentials, as in Kubernetes.
        if target == .health { return Answer(text: "ok").response(isYAML: false) }
        try authenticate(request)
        let accept = request.headers[.accept] ?? ""
        if case .resource(let target) = target, Review.Kind(target.type) == nil {
            let served = try registry.resources.served(target.type)
            if served.definition.isBuiltIn { try checkAccepted(accept) }
            var response = try await respond(to: request, target, served, try Representation(accept: accept))
            if let warning = served.deprecationWarning { response.headers.append(.warning(warning)) }
            return response
        }
        if case .resource = target { try checkAccepted(accept) }
        let representation = try Representation(accept: accept)
        let documents = DiscoveryDocuments(table: registry.resources)
        switch target {
        case .resource(let target): return try await review(request, target, representation)
        case .coreVersions:
            return discovery(representation, documents.coreVersions, documents.aggregated(core: true))
        case .groups: return discovery(representation, documents.groups, documents.aggregated(core: false))
        case .group(let name): return Answer(try documents.group(name)).response(isYAML: representation.isYAML)
        case .resources(let group, let version):
            return Answer(try documents.resources(group: group, version: version)).response(
                isYAML: representation.isYAML)
        case .version: return Answer(DiscoveryDocuments.version).response(isYAML: representation.isYAML)
        case .openAPIv2, .openAPIIndex, .openAPI:
            return try OpenAPIDocuments(table: registry.resources).answer(
                target, hash: Query(request.uri.query ?? "")["hash"], accept: accept)
        case .root:
            return Answer(["paths": ["/api", "/apis", "/healthz", "/openapi/v2", "/openapi/v3", "/version"]])
                .response(isYAML: false)
        case .health, .unknownCheck, .nothing, .unknown: throw .noSuchResource
        }
    }

    /// What the router of Kubernetes refuses before anything reads the request.
    private func checkAccepted(_ accept: String) throws(Status) {
        guard Representation.hasNoKnownType(accept: accept) else { return }
        var status = Status(
            code: 406, reason: .notAcceptable,
            message: "406: Not Acceptable\n\nAvailable representations: application/json, application/yaml")
        status.showsDetails = true
        throw status
    }

    private func review(
        _ request: Hummingbird.Request, _ target: ResourceTarget, _ representation: Representation
    ) async throws(Status) -> Response {
        guard let kind = Review.Kind(target.type), target.name == nil,
            kind.isNamespaced == (target.namespace != nil)
        else { throw .noSuchResource }
        guard request.method == .post else { throw Status(methodNotAllowed: request.method.rawValue) }
        let options = try RequestOptions(query: request.uri.query ?? "", as: .create)
        let body = try await body(request)
        let sent = try RequestBody.object(body.bytes, mediaType: body.mediaType)
        let review = Review(kind: kind, user: .administrator) { token.matches($0) ? .administrator : nil }
        let manager = options.fieldManager.isEmpty ? agent(of: request) : options.fieldManager
        let answer = try review.answered(sent, namespace: target.namespace, manager: manager, at: registry.now)
        return Answer(answer, code: 201).response(isYAML: representation.isYAML)
    }

    private func agent(of request: Hummingbird.Request) -> String {
        let first = (request.headers[.userAgent] ?? "").split(separator: "/").first.map(String.init) ?? ""
        return first.isEmpty ? "unknown" : first
    }

    private func authenticate(_ request: Hummingbird.Request) throws(Status) {
        guard let header = request.headers[.authorization], header.hasPrefix("Bearer ") else { throw .unauthorized }
        let shown = header.dropFirst(7)
        guard token.matches(shown) || isToken(shown) else { throw .unauthorized }
    }

    /// Whether the token is that of a ServiceAccount that is still there.
    private func isToken(_ shown: Substring) -> Bool {
        let resource = GroupResource(group: "", resource: "serviceaccounts")
        guard let account = accounts.account(of: shown, at: registry.now),
            let record = registry.store.record(RecordID(resource, account.key)),
            let object = try? StoredObject.object(record)
        else { return false }
        return object.uid == account.uid
    }

    private func discovery(
        _ representation: Representation, _ classic: @autoclosure () -> Node, _ aggregated: @autoclosure () -> Node
    ) -> Response {
        guard representation.isAggregatedDiscovery else {
            return Answer(classic()).response(isYAML: representation.isYAML)
        }
        return Answer(aggregated(), contentType: "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList")
            .response(isYAML: false)
    }

    // MARK: Verbs

    private func respond(
        to request: Hummingbird.Request, _ target: ResourceTarget, _ served: ServedType,
        _ representation: Representation
    ) async throws(Status) -> Response {
        let isWatch = target.isLegacyWatch || Query(request.uri.query ?? "").flag("watch") == true
        var options = try RequestOptions(
            query: request.uri.query ?? "",
            as: .init(request.method, isSingle: target.name != nil && !isWatch))
        if target.isLegacyWatch { options.isWatch = true }
        let call = Call(
            registry: registry, customResources: customResources, target: target, served: served, options: options,
            representation: representation)
        try call.checkSubresource()
        let agent = agent(of: request)
        let hasName = call.target.name != nil
        switch (request.method, hasName) {
        case (.get, true) where !call.options.isWatch: return try call.get()
        case (.get, _): return call.options.isWatch ? try call.watch() : try call.list()
        case (.post, false): return try await call.create(try await body(request), agent: agent)
        case (.post, true) where call.target.subresource == "token":
            return try call.requestToken(try await body(request), accounts, agent: agent)
        case (.put, true): return try await call.replace(try await body(request), agent: agent)
        case (.patch, true): return try await call.patch(try await body(request), agent: agent)
        case (.patch, false) where !served.definition.isBuiltIn: throw Status(badRequest: "name must be provided")
        case (.delete, true): return try await call.delete(try await body(request))
        case (.delete, false): return try await call.deleteCollection(try await body(request))
        default: throw Status(methodNotAllowed: request.method.rawValue)
        }
    }

    private func body(_ request: Hummingbird.Request) async throws(Status) -> ReceivedBody {
        let contentType = request.headers[.contentType] ?? ""
        let mediaType = contentType.split(separator: ";").first.map { $0.filter { $0 != " " } } ?? ""
        do {
            let buffer = try await request.body.collect(upTo: RequestBody.limit)
            return ReceivedBody(bytes: Array(buffer.readableBytesView), mediaType: mediaType)
        } catch {
            throw Status(
                code: 413, reason: .requestEntityTooLarge,
                message: "Request entity too large: limit is \(RequestBody.limit)")
        }
    }
}

struct ReceivedBody {
    var bytes: [UInt8]
    var mediaType: String
}

extension OptionsKind {
    fileprivate init(_ method: HTTPRequest.Method, isSingle: Bool) {
        self =
            switch method {
            case .post: .create
            case .put: .update
            case .patch: .patch
            case .delete: .delete
            default: isSingle ? .get : .list
            }
    }
}
