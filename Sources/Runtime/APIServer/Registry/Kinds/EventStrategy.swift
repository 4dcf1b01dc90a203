internal import KubeTypes
internal import Tree

/// Events of two generations: those with `eventTime` say who reports what, older ones need not.
enum EventStrategy: KindStrategy {
    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        // Old events are updated by clients that know less; only the creation is checked.
        guard live == nil else { return [] }
        let about = object.root[path: "involvedObject", "namespace"]
        let isNew = object.root["eventTime"]?.isNull == false
        // What has no namespace is told of in one of these.
        let homes = isNew ? ["default", "kube-system"] : ["default"]
        let text = about?.string ?? ""
        let fits = text.isEmpty ? homes.contains(object.namespace) : text == object.namespace
        let causes =
            fits
            ? [] : [Status.Cause.invalid("involvedObject.namespace", Node(text), "does not match event.namespace")]
        return isNew ? causes + reporting(object) : causes
    }

    private static func reporting(_ object: KubeObject) -> [Status.Cause] {
        let component = object.root["reportingComponent"]?.string ?? ""
        var causes = component.isEmpty ? [Status.Cause.required("reportingComponent")] : []
        causes += Metadata.qualifiedNameProblems(component).map {
            .invalid("reportingComponent", Node(component), $0)
        }
        for field in ["reportingInstance", "action", "reason"] {
            let text = object.root[field]?.string ?? ""
            if text.isEmpty { causes.append(.required(field)) }
            if text.utf8.count > 128 {
                causes.append(.invalid(field, Node(text), "can have at most 128 characters"))
            }
        }
        if let message = object.root["message"], (message.string ?? "").utf8.count > 1024 {
            causes.append(.invalid("message", message, "can have at most 1024 characters"))
        }
        return causes
    }
}
