internal import KubeTypes

/// Every failure of the server is made here, in Kubernetes' words.
extension Status {
    init(badRequest message: String) {
        self.init(code: 400, reason: .badRequest, message: message)
    }

    /// Options out of their range; they have a group of their own.
    init(invalidOptions kind: OptionsKind, _ causes: [Cause]) {
        self.init(invalid: GroupKind(group: "meta.k8s.io", kind: kind.rawValue), name: "", causes: causes)
    }

    init(notFound resource: GroupResource, name: String) {
        self.init(code: 404, reason: .notFound, message: "\(resource) \"\(name)\" not found")
        self.about(resource, name)
    }

    init(alreadyExists resource: GroupResource, name: String) {
        self.init(code: 409, reason: .alreadyExists, message: "\(resource) \"\(name)\" already exists")
        self.about(resource, name)
    }

    init(conflict resource: GroupResource, name: String, _ why: String) {
        self.init(
            code: 409, reason: .conflict,
            message: "Operation cannot be fulfilled on \(resource) \"\(name)\": \(why)")
        self.about(resource, name)
    }

    init(forbidden resource: GroupResource, name: String, _ why: String) {
        self.init(code: 403, reason: .forbidden, message: "\(resource) \"\(name)\" is forbidden: \(why)")
        self.about(resource, name)
    }

    /// Causes carry the text after the field; the message joins them as Kubernetes does.
    init(invalid kind: GroupKind, name: String, causes: [Cause]) {
        var texts: [String] = []
        for text in causes.map({ "\($0.field): \($0.message)" }) where !texts.contains(text) { texts.append(text) }
        let joined = texts.count == 1 ? texts[0] : "[\(texts.joined(separator: ", "))]"
        self.init(code: 422, reason: .invalid, message: "\(kind) \"\(name)\" is invalid: \(joined)")
        self.name = name
        self.group = kind.group
        self.kind = kind.kind
        self.causes = causes
    }

    init(methodNotAllowed method: String) {
        self.init(
            code: 405, reason: .methodNotAllowed,
            message: "the server does not allow this method on the requested resource")
        showsDetails = true
    }

    /// A path that names nothing the server has.
    static var noSuchResource: Status {
        var status = Status(code: 404, reason: .notFound, message: "the server could not find the requested resource")
        status.showsDetails = true
        return status
    }

    static var unauthorized: Status { Status(code: 401, reason: .unauthorized, message: "Unauthorized") }

    private mutating func about(_ resource: GroupResource, _ name: String) {
        self.name = name
        group = resource.group
        kind = resource.resource
    }
}
