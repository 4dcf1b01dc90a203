package import KubeTypes
internal import Tree

/// What a Lease says (`coordination.k8s.io/v1`, Kubernetes API reference): who holds it, and until when.
package struct LeaseRecord: Equatable, Sendable {
    /// Empty when nobody holds it.
    package var holder: String
    /// For how long after `renewed` it counts, in seconds.
    package var seconds: Int
    package var acquired: MicroTime
    package var renewed: MicroTime
    /// How often it went from one holder to another.
    package var transitions: Int

    package init(holder: String, seconds: Int, acquired: MicroTime, renewed: MicroTime, transitions: Int) {
        self.holder = holder
        self.seconds = seconds
        self.acquired = acquired
        self.renewed = renewed
        self.transitions = transitions
    }

    /// What is missing in the object counts as nothing.
    package init(_ lease: KubeObject) {
        let spec = lease.spec
        holder = spec["holderIdentity"]?.string ?? ""
        seconds = spec["leaseDurationSeconds"]?.integer ?? 0
        acquired = MicroTime(text: spec["acquireTime"]?.string ?? "")
        renewed = MicroTime(text: spec["renewTime"]?.string ?? "")
        transitions = spec["leaseTransitions"]?.integer ?? 0
    }

    /// Writes it into a Lease; fields of others stay.
    package func put(into lease: inout KubeObject) {
        lease.root.set(Node(holder), at: ["spec", "holderIdentity"])
        lease.root.set(Node(seconds), at: ["spec", "leaseDurationSeconds"])
        lease.root.set(Node(acquired.text), at: ["spec", "acquireTime"])
        lease.root.set(Node(renewed.text), at: ["spec", "renewTime"])
        lease.root.set(Node(transitions), at: ["spec", "leaseTransitions"])
    }
}

/// A moment as Kubernetes' `metav1.MicroTime` writes it: `2026-11-21T14:05:33.000001Z`. It is passed on and compared, and
/// never reckoned with: the clocks of two machines differ.
package struct MicroTime: Equatable, Sendable {
    package var text: String

    package init(text: String) { self.text = text }

    /// - Parameter microseconds: Since 1970 UTC.
    package init(microseconds: Int) {
        let whole = Timestamp(seconds: microseconds / 1_000_000).description.dropLast()
        let fraction = String(microseconds % 1_000_000)
        text = whole + "." + String(repeating: "0", count: 6 - fraction.utf8.count) + fraction + "Z"
    }
}
