internal import KubeTypes
internal import Tree

/// The list `status.conditions` of an application: one entry a message, with the time since when it holds.
struct Conditions {
    private var entries: [(type: String, message: String)] = []

    mutating func add(_ type: String, _ message: String) { entries.append((type, message)) }

    var isEmpty: Bool { entries.isEmpty }

    /// The tree to write. A condition that was there keeps its time.
    func node(before: Node?, now: Timestamp) -> Node {
        let sorted = entries.sorted { ($0.type, $0.message) < ($1.type, $1.message) }
        return Node(
            sorted.map { entry -> Node in
                let old = before?.elements.first {
                    $0["type"]?.string == entry.type && $0["message"]?.string == entry.message
                }
                return [
                    "lastTransitionTime": old?["lastTransitionTime"] ?? Node(now.description),
                    "message": Node(entry.message), "type": Node(entry.type),
                ]
            })
    }
}
