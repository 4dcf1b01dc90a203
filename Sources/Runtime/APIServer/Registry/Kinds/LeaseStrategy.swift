internal import KubeTypes
internal import Tree

enum LeaseStrategy: KindStrategy {
    /// The fields of coordinated leader election are behind a gate that is off; what is stored already stays.
    static func prepare(_ object: inout KubeObject, from live: KubeObject?) {
        for field in ["strategy", "preferredHolder"] where live?.spec[field] == nil {
            object.root.remove(at: ["spec", field])
        }
    }

    static func causes(_ object: KubeObject, from live: KubeObject?) -> [Status.Cause] {
        var causes: [Status.Cause] = []
        if let duration = object.spec["leaseDurationSeconds"], let seconds = duration.integer, seconds <= 0 {
            causes.append(.invalid("spec.leaseDurationSeconds", duration, "must be greater than 0"))
        }
        return causes + Status.Cause.negative(object.spec, "leaseTransitions", at: "spec")
    }
}
