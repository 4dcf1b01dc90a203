internal import AsyncHTTPClient
package import KubeTypes
internal import NIOCore
package import Tree

/// What a watch tells.
package enum WatchEvent: Sendable {
    case added(KubeObject)
    case modified(KubeObject)
    case deleted(KubeObject)
    /// Nothing changed, but everything up to this revision has been seen.
    case bookmark(resourceVersion: String)
}

extension KubeClient {
    /// Follows a collection from `resourceVersion` on, until the server ends the watch, the connection breaks or the task is
    /// cancelled. The caller lists again and goes on (`Informer` does).
    ///
    /// - Throws: `Status` of reason `Expired` or `Gone` when the revision is no longer kept.
    package func watch(
        _ resource: ServedResource, namespace: String? = nil, from resourceVersion: String, labelSelector: String = "",
        fieldSelector: String = "", handle: (WatchEvent) async throws -> Void
    ) async throws {
        var request = watchRequest(resource, namespace, resourceVersion, labelSelector)
        if !fieldSelector.isEmpty { request.query.append(("fieldSelector", fieldSelector)) }
        try await follow(request, resource) { type, object in
            switch type {
            case "ADDED": try await handle(.added(KubeObject(object)))
            case "MODIFIED": try await handle(.modified(KubeObject(object)))
            case "DELETED": try await handle(.deleted(KubeObject(object)))
            case "BOOKMARK": try await handle(.bookmark(resourceVersion: KubeObject(object).resourceVersion))
            default: throw ClientError(.invalidAnswer, "unknown type \"\(type)\" of a watch event")
            }
        }
    }

    /// As `watch`, with the server's own table of the object in each event, as `kubectl get -w` shows it.
    package func watchTables(
        _ resource: ServedResource, namespace: String? = nil, from resourceVersion: String, labelSelector: String = "",
        handle: (Node) async throws -> Void
    ) async throws {
        var request = watchRequest(resource, namespace, resourceVersion, labelSelector)
        request.accept = KubeClient.tableType
        try await follow(request, resource) { type, table in
            if type != "BOOKMARK" { try await handle(table) }
        }
    }

    private func watchRequest(
        _ resource: ServedResource, _ namespace: String?, _ resourceVersion: String, _ labelSelector: String
    ) -> Request {
        var request = Request(path: path(resource, namespace: namespace))
        request.query = [("watch", "true"), ("allowWatchBookmarks", "true"), ("resourceVersion", resourceVersion)]
        if !labelSelector.isEmpty { request.query.append(("labelSelector", labelSelector)) }
        return request
    }

    /// Gives the type and the object of each event; an event that tells of an error is thrown.
    private func follow(
        _ request: Request, _ resource: ServedResource, handle: (String, Node) async throws -> Void
    ) async throws {
        let body = try await transport.stream(request)
        var lines = LineFramer()
        do {
            for try await buffer in body {
                for line in try lines.lines(adding: buffer.readableBytesView) {
                    guard let root = try? JSONReader.read(line), let object = root["object"],
                        let type = root["type"]?.string
                    else { throw ClientError(.invalidAnswer, "a watch event is not what Kubernetes sends") }
                    guard type != "ERROR" else {
                        throw Status(object)
                            ?? Status(code: 500, reason: .unknown, message: "the server ended the watch")
                    }
                    try await handle(type, object)
                }
            }
        } catch let error as Status {
            throw error
        } catch let error as ClientError {
            throw error
        } catch {
            if Task.isCancelled { throw CancellationError() }
            throw ClientError(.unreachable, "the watch of \(resource.type.resource) broke: \(error)")
        }
    }
}

/// Cuts a stream into lines, wherever its pieces begin and end.
struct LineFramer {
    /// The longest line: an object of etcd's size limit with room for managed fields.
    static let limit = 16 << 20

    private var rest: [UInt8] = []

    mutating func lines(adding piece: some Sequence<UInt8>) throws(ClientError) -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in piece {
            if byte == UInt8(ascii: "\n") {
                if !rest.isEmpty { lines.append(rest) }
                rest.removeAll(keepingCapacity: true)
            } else {
                rest.append(byte)
            }
        }
        guard rest.count <= Self.limit else {
            throw ClientError(.invalidAnswer, "a watch event is longer than \(Self.limit) bytes")
        }
        return lines
    }
}
