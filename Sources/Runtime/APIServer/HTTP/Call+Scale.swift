internal import Hummingbird
internal import KubeTypes
internal import Tree

/// The verbs of the subresource `scale`.
extension Call {
    func getScale(_ scale: Scale) throws(Status) -> Response {
        try respond(with: scale.view(of: try registry.object(served, target.key)), code: 200)
    }

    func replaceScale(_ scale: Scale, _ body: ReceivedBody, agent: String) async throws(Status) -> Response {
        var view = try RequestBody.object(body.bytes, mediaType: body.mediaType)
        if view.apiVersion.isEmpty { view.apiVersion = Scale.type.apiVersion }
        if view.kind.isEmpty { view.kind = Scale.type.kind }
        guard view.name == target.name else {
            throw Status(
                badRequest:
                    "the name of the object (\(view.name)) does not match the name on the URL (\(target.name ?? ""))")
        }
        return try await change(scale, agent: agent) { [view] _ throws(Status) in view }
    }

    func patchScale(_ scale: Scale, _ body: ReceivedBody, agent: String) async throws(Status) -> Response {
        let patch = try PatchRequest(mediaType: body.mediaType, body: body.bytes, served: served, options: options)
        return try await change(scale, agent: agent) { view throws(Status) in try patch.patched(view) }
    }

    private func change(
        _ scale: Scale, agent: String, _ change: (KubeObject) throws(Status) -> KubeObject
    ) async throws(Status) -> Response {
        let result = try await registry.modify(
            served, target.key, subresource: "scale", options: options, agent: agent
        ) { live, _ throws(Status) in
            guard let live else { throw Status(notFound: served.resource, name: target.key.name) }
            return Modification(object: try scale.object(live, scaledTo: try change(scale.view(of: live))))
        }
        return try respond(with: scale.view(of: result.object), code: 200, warnings: result.warnings)
    }
}
