internal import Hummingbird
internal import KubeTypes
internal import NIOCore
internal import Schema
internal import Store
internal import Tree

/// One request about a resource: carries out its verb and shapes the answer.
struct Call {
    var registry: Registry
    var customResources: CustomResources
    var target: ResourceTarget
    var served: ServedType
    var options: RequestOptions
    var representation: Representation

    func checkSubresource() throws(Status) {
        switch target.subresource {
        case nil: break
        case "status" where served.version.hasStatusSubresource: break
        case "scale" where served.version.scale != nil: break
        case "token" where served.definition.isBuiltIn && served.definition.kind == "ServiceAccount": break
        case "finalize" where served.definition.isBuiltIn && served.definition.kind == "Namespace": break
        default:
            guard served.definition.isBuiltIn else {
                throw Status(notFound: served.resource, name: target.name ?? "")
            }
            throw .noSuchResource
        }
        if served.definition.isNamespaced, target.name != nil, target.namespace == nil { throw .noSuchResource }
        if !served.definition.isNamespaced, target.namespace != nil { throw .noSuchResource }
    }

    /// The scale of the kind, when the request is about that.
    private var askedScale: Scale? {
        target.subresource == "scale" ? Scale(served) : nil
    }

    // MARK: Reading

    func get() throws(Status) -> Response {
        if let scale = askedScale { return try getScale(scale) }
        guard target.subresource != "token", target.subresource != "finalize" else {
            throw Status(methodNotAllowed: "GET")
        }
        if let wanted = try Revision(options.resourceVersion, refusal: Revision.getRefusal),
            wanted.number > registry.store.revision
        {
            let error = StoreError(future: wanted.number, latest: registry.store.revision)
            throw Status(error, RecordID(served.resource, target.key))
        }
        let record = try registry.record(served, target.key)
        if representation.shape == .object, !representation.isYAML, !served.isReread {
            var bytes: [UInt8] = []
            StoredObject.appendJSON(record, apiVersion: served.apiVersion, to: &bytes)
            return Answer(json: bytes).response(isYAML: false)
        }
        return try respond(with: try served.object(record), code: 200)
    }

    func list() throws(Status) -> Response {
        let (records, revision, next, remaining) = try registry.records(
            served, namespace: target.namespace, options: options)
        switch representation.shape {
        case .object where !representation.isYAML && !served.isReread:
            return Answer(json: listJSON(records, revision, next, remaining)).response(isYAML: false)
        case .table:
            let table = Table(columns: tableColumns(served), include: options.includeObject, now: registry.now)
            let objects = try objects(records)
            return Answer(table.node(objects, resourceVersion: String(revision), next: next, remaining: remaining))
                .response(isYAML: representation.isYAML)
        case .partialMetadata:
            throw Status(
                code: 406, reason: .notAcceptable,
                message:
                    "you requested PartialObjectMetadata, but the requested object is a list (\(served.definition.listKind))"
            )
        case .partialMetadataList:
            let items = try objects(records).map(partialMetadata)
            return Answer(
                list(items, kind: "PartialObjectMetadataList", apiVersion: "meta.k8s.io/v1", revision, next, remaining)
            ).response(isYAML: representation.isYAML)
        case .object:
            let items = try objects(records).map(item)
            return Answer(
                list(items, kind: served.definition.listKind, apiVersion: served.apiVersion, revision, next, remaining)
            ).response(isYAML: representation.isYAML)
        }
    }

    /// Lists of built-in kinds say once what their items are.
    private func item(_ object: KubeObject) -> Node {
        guard served.definition.isBuiltIn else { return object.root }
        var root = object.root
        root["apiVersion"] = nil
        root["kind"] = nil
        return root
    }

    private func objects(_ records: [Record]) throws(Status) -> [KubeObject] {
        var objects: [KubeObject] = []
        objects.reserveCapacity(records.count)
        for record in records { objects.append(try served.object(record)) }
        return objects
    }

    private func list(
        _ items: [Node], kind: String, apiVersion: String, _ revision: Int64, _ next: String?, _ remaining: Int?
    ) -> Node {
        [
            "kind": Node(kind), "apiVersion": Node(apiVersion), "metadata": listMetadata(revision, next, remaining),
            "items": Node(items),
        ]
    }

    private func listMetadata(_ revision: Int64, _ next: String?, _ remaining: Int?) -> Node {
        let showsEnd = !served.definition.isBuiltIn && representation.shape == .object
        var metadata: Node = ["resourceVersion": Node(String(revision))]
        // Custom resources show it also where there is no more.
        if let next { metadata["continue"] = Node(next) } else if showsEnd { metadata["continue"] = "" }
        if let remaining { metadata["remainingItemCount"] = Node(remaining) }
        return metadata
    }

    /// Puts the stored bytes together, without parsing them.
    private func listJSON(_ records: [Record], _ revision: Int64, _ next: String?, _ remaining: Int?) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(records.reduce(200) { $0 + $1.bytes.count + 64 })
        let metadata = JSONWriter.text(listMetadata(revision, next, remaining))
        bytes +=
            "{\"kind\":\"\(served.definition.listKind)\",\"apiVersion\":\"\(served.apiVersion)\",\"metadata\":\(metadata),\"items\":["
            .utf8
        for (index, record) in records.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            let type = served.definition.isBuiltIn ? nil : served.apiVersion
            StoredObject.appendJSON(record, apiVersion: type, to: &bytes)
        }
        bytes += "]}\n".utf8
        return bytes
    }

    func watch() throws(Status) -> Response {
        try WatchStream(self).response()
    }

    // MARK: Writing

    func create(_ body: ReceivedBody, agent: String) async throws(Status) -> Response {
        let object = try sentObject(body)
        let result = try await registry.create(
            object, as: served, namespace: target.namespace, options: options, agent: agent)
        if !options.isDryRun { try await customResources.noteWrite(served) }
        return try respond(with: result)
    }

    func replace(_ body: ReceivedBody, agent: String) async throws(Status) -> Response {
        if let scale = askedScale { return try await replaceScale(scale, body, agent: agent) }
        var object = try sentObject(body)
        try registry.checkType(of: object, served)
        guard object.name == target.name else {
            throw Status(
                badRequest:
                    "the name of the object (\(object.name)) does not match the name on the URL (\(target.name ?? ""))")
        }
        if served.definition.isNamespaced, !object.namespace.isEmpty, object.namespace != target.namespace {
            throw Status(
                badRequest: "the namespace of the provided object does not match the namespace sent on the request")
        }
        if served.definition.isNamespaced { object.namespace = target.namespace ?? "" }
        let result = try await registry.modify(
            served, target.key, subresource: target.subresource, options: options, agent: agent
        ) { [object] _, _ throws(Status) in Modification(object: object) }
        if !options.isDryRun { try await customResources.noteWrite(served) }
        return try respond(with: result)
    }

    /// The object of the body. One of a built-in kind need not say its type: the path does.
    private func sentObject(_ body: ReceivedBody) throws(Status) -> KubeObject {
        var object = try RequestBody.object(body.bytes, mediaType: body.mediaType)
        if served.definition.isBuiltIn {
            if object.apiVersion.isEmpty { object.apiVersion = served.apiVersion }
            if object.kind.isEmpty { object.kind = served.definition.kind }
        }
        guard object.kind == served.definition.kind else { return object }
        if let problem = served.decodingProblem(in: object) {
            let kind = served.definition.kind
            throw Status(
                badRequest: "\(kind) in version \"\(served.version.name)\" cannot be handled as a \(kind): \(problem)")
        }
        return object
    }

    func patch(_ body: ReceivedBody, agent: String) async throws(Status) -> Response {
        if let scale = askedScale { return try await patchScale(scale, body, agent: agent) }
        let patch = try PatchRequest(mediaType: body.mediaType, body: body.bytes, served: served, options: options)
        var creates = false
        if case .apply = patch, target.subresource == nil { creates = true }
        let result = try await registry.modify(
            served, target.key, subresource: target.subresource, options: options, agent: agent, creates: creates,
            isPatch: true
        ) { live, write throws(Status) in try patch.modification(of: live, key: target.key, write) }
        if !options.isDryRun { try await customResources.noteWrite(served) }
        return try respond(with: result)
    }

    func delete(_ body: ReceivedBody) async throws(Status) -> Response {
        guard target.subresource == nil else { throw Status(methodNotAllowed: "DELETE") }
        let deletion = try await delete(target.key, try DeleteOptions(body, options))
        let showsObject = ["Service", "ServiceAccount", "Namespace", "CustomResourceDefinition"].contains(
            served.definition.kind)
        if !deletion.isGone || (served.definition.isBuiltIn && showsObject) {
            return try respond(with: deletion.object, code: 200)
        }
        let details: Node = [
            "name": Node(deletion.object.name), "group": Node(served.resource.group),
            "kind": Node(served.resource.resource),
            "uid": Node(deletion.object.uid),
        ]
        var status: Node = ["kind": "Status", "apiVersion": "v1", "metadata": [:], "status": "Success"]
        var shown = details
        if served.resource.group.isEmpty { shown["group"] = nil }
        status["details"] = shown
        return Answer(status).response(isYAML: representation.isYAML)
    }

    func deleteCollection(_ body: ReceivedBody) async throws(Status) -> Response {
        // Namespaces go one by one.
        let isNamespaces = served.definition.isBuiltIn && served.definition.kind == "Namespace"
        guard target.namespace != nil || !served.definition.isNamespaced, !isNamespaces else {
            throw Status(methodNotAllowed: "DELETE")
        }
        let deleteOptions = try DeleteOptions(body, options)
        let (records, revision, _, _) = try registry.records(served, namespace: target.namespace, options: options)
        var items: [Node] = []
        for record in records {
            do throws(Status) {
                // As it was listed, also where a finalizer holds it.
                let object = try StoredObject.object(record, apiVersion: served.apiVersion)
                _ = try await delete(record.key, deleteOptions)
                items.append(item(object))
            } catch  where error.reason == .notFound {
                continue  // Somebody else deleted it first.
            }
        }
        return Answer(
            list(items, kind: served.definition.listKind, apiVersion: served.apiVersion, revision, nil, nil)
        ).response(isYAML: representation.isYAML)
    }

    private func delete(_ key: ObjectKey, _ deleteOptions: DeleteOptions) async throws(Status) -> Deletion {
        var options = options
        options.isDryRun = options.isDryRun || deleteOptions.isDryRun
        let deletion = try await registry.delete(
            served, key, preconditions: deleteOptions.preconditions, propagation: deleteOptions.propagation,
            options: options)
        if !options.isDryRun { try await customResources.noteWrite(served) }
        return deletion
    }

    // MARK: Answers

    private func respond(with result: WriteResult) throws(Status) -> Response {
        try respond(with: result.object, code: result.code, warnings: result.warnings)
    }

    func respond(with object: KubeObject, code: Int, warnings: [String] = []) throws(Status) -> Response {
        let node: Node
        switch representation.shape {
        case .object: node = object.root
        case .partialMetadata: node = partialMetadata(object)
        case .partialMetadataList: throw Status(code: 500, reason: .unknown, message: "content is not a list")
        case .table:
            node = Table(columns: tableColumns(served), include: options.includeObject, now: registry.now)
                .node([object], resourceVersion: object.resourceVersion)
        }
        return Answer(node, code: code, warnings: warnings).response(isYAML: representation.isYAML)
    }
}
