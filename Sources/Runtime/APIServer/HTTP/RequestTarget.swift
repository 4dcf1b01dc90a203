internal import KubeTypes

/// What a request's path speaks of. Paths are those of the Kubernetes API conventions.
enum RequestTarget: Equatable {
    /// A collection (no name), an object, or a subresource of it.
    case resource(ResourceTarget)
    /// `/api`: the versions of the core group.
    case coreVersions
    /// `/apis`: all other groups.
    case groups
    /// `/apis/GROUP`
    case group(String)
    /// `/api/v1` or `/apis/GROUP/VERSION`: the resources of a version.
    case resources(group: String, version: String)
    case version
    case openAPIIndex
    case openAPI(group: String, version: String)
    case openAPIv2
    /// `/healthz`, `/livez`, `/readyz`, and single checks below them
    case health
    /// A check that there is none of.
    case unknownCheck
    case root
    /// Nothing, below the paths of a group.
    case nothing(group: String)
    case unknown

    init(path: String) {
        let parts = path.split(separator: "/").map { percentDecoded(String($0)) }
        switch parts.first {
        case nil: self = .root
        case "api": self = Self.core(Array(parts.dropFirst()))
        case "apis": self = Self.grouped(Array(parts.dropFirst()))
        case "version" where parts.count == 1: self = .version
        case "healthz", "livez", "readyz": self = Self.checks(Array(parts.dropFirst()))
        case "openapi" where parts == ["openapi", "v2"]: self = .openAPIv2
        case "openapi" where parts.count > 1 && parts[1] == "v3": self = Self.openAPI(Array(parts.dropFirst(2)))
        default: self = .unknown
        }
    }

    /// `ping` is all that is checked: there is no part of the server that can be ill by itself.
    private static func checks(_ parts: [String]) -> RequestTarget {
        parts.isEmpty || parts == ["ping"] ? .health : .unknownCheck
    }

    private static func core(_ parts: [String]) -> RequestTarget {
        guard let version = parts.first else { return .coreVersions }
        return resource(group: "", version: version, Array(parts.dropFirst()))
    }

    private static func grouped(_ parts: [String]) -> RequestTarget {
        guard let group = parts.first else { return .groups }
        guard parts.count > 1 else { return .group(group) }
        return resource(group: group, version: parts[1], Array(parts.dropFirst(2)))
    }

    private static func openAPI(_ parts: [String]) -> RequestTarget {
        switch (parts.count, parts.first) {
        case (0, _): .openAPIIndex
        case (2, "api"): .openAPI(group: "", version: parts[1])
        case (3, "apis"): .openAPI(group: parts[1], version: parts[2])
        default: .unknown
        }
    }

    private static func resource(group: String, version: String, _ parts: [String]) -> RequestTarget {
        // The watch that came before the parameter of that name.
        if parts.first == "watch", parts.count > 1 {
            guard case .resource(var target) = resource(group: group, version: version, Array(parts.dropFirst())),
                target.subresource == nil
            else { return .nothing(group: group) }
            target.isLegacyWatch = true
            return .resource(target)
        }
        guard let first = parts.first else { return .resources(group: group, version: version) }
        var target = ResourceTarget(type: GroupVersionResource(group: group, version: version, resource: first))
        var rest = parts.dropFirst()
        // Below a namespace the third part names a resource, except for the subresources of the namespace itself.
        if first == "namespaces", rest.count > 1, let namespace = rest.first, !isNamespaceSubresource(rest.dropFirst())
        {
            target.namespace = namespace
            target.type.resource = rest[rest.startIndex + 1]
            rest = rest.dropFirst(2)
        }
        guard rest.count <= 2, rest.first?.contains("/") != true else { return .nothing(group: group) }
        target.name = rest.first
        target.subresource = rest.dropFirst().first
        return .resource(target)
    }

    private static func isNamespaceSubresource(_ parts: ArraySlice<String>) -> Bool {
        parts.count == 1 && (parts.first == "status" || parts.first == "finalize")
    }
}

struct ResourceTarget: Equatable {
    var type: GroupVersionResource
    /// nil for cluster-scoped resources, and for a collection over all namespaces.
    var namespace: String?
    var name: String?
    var subresource: String?
    /// `/api/v1/watch/…`
    var isLegacyWatch = false

    var key: ObjectKey { ObjectKey(namespace: namespace ?? "", name: name ?? "") }
}

/// `%41` becomes `A`; a sequence that is no escape stays as it is.
func percentDecoded(_ text: String, plusIsBlank: Bool = false) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) || plusIsBlank else { return text }
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    var index = 0
    while index < bytes.count {
        if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
            let byte = UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16)
        {
            decoded.append(byte)
            index += 3
        } else {
            decoded.append(plusIsBlank && bytes[index] == UInt8(ascii: "+") ? UInt8(ascii: " ") : bytes[index])
            index += 1
        }
    }
    return String(decoding: decoded, as: UTF8.self)
}
