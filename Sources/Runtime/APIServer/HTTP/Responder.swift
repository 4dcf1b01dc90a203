internal import Hummingbird
internal import HTTPTypes
internal import KubeTypes
internal import Logging
internal import NIOCore
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
        do throws(Status) {
            return try await answer(request)
        } catch {
            return Answer(error.node, code: error.code).response(isYAML: false)
        }
    }

    private func answer(_ request: Hummingbird.Request) async throws(Status) -> Response {
        let target = RequestTarget(path: request.uri.path)
        // Probes come without credentials, as in Kubernetes.
        if target == .health { return Answer(text: "ok").response(isYAML: false) }
        try authenticate(request)
        let representation = try Representation(accept: request.headers[.accept] ?? "")
        let documents = DiscoveryDocuments(table: registry.resources)
        switch target {
        case .resource(let target):
            let call = Call(
                registry: registry, customResources: customResources, target: target,
                served: try registry.resources.served(target.type),
                options: try RequestOptions(query: request.uri.query ?? ""),
                representation: representation)
            return try await respond(to: request, call)
        case .coreVersions:
            return discovery(representation, documents.coreVersions, documents.aggregated(core: true))
        case .groups: return discovery(representation, documents.groups, documents.aggregated(core: false))
        case .group(let name): return Answer(try documents.group(name)).response(isYAML: representation.isYAML)
        case .resources(let group, let version):
            return Answer(try documents.resources(group: group, version: version)).response(
                isYAML: representation.isYAML)
        case .version: return Answer(DiscoveryDocuments.version).response(isYAML: representation.isYAML)
        case .openAPIIndex: return Answer(documents.openAPIIndex).response(isYAML: false)
        case .openAPI(let group, let version):
            return Answer(try documents.openAPI(group: group, version: version)).response(isYAML: false)
        case .root:
            return Answer(["paths": ["/api", "/apis", "/healthz", "/openapi/v3", "/version"]]).response(isYAML: false)
        case .health, .unknown: throw .noSuchResource
        }
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

    private func respond(to request: Hummingbird.Request, _ call: Call) async throws(Status) -> Response {
        try call.checkSubresource()
        let agent = (request.headers[.userAgent] ?? "unknown").split(separator: "/").first.map(String.init) ?? "unknown"
        let hasName = call.target.name != nil
        switch (request.method, hasName) {
        case (.get, true) where !call.options.isWatch: return try call.get()
        case (.get, _): return call.options.isWatch ? try call.watch() : try call.list()
        case (.post, false): return try await call.create(try await body(request), agent: agent)
        case (.post, true) where call.target.subresource == "token":
            return try call.requestToken(try await body(request), accounts, agent: agent)
        case (.put, true): return try await call.replace(try await body(request), agent: agent)
        case (.patch, true): return try await call.patch(try await body(request), agent: agent)
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
