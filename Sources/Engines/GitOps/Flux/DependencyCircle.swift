internal import Diagnostics
internal import KubeTypes
internal import Tree

/// Kustomizations of Flux that wait for each other: none of them is ever applied, and nobody says why.
struct DependencyCircle {
    private let item: Item
    private let start: Node
    private let names: [String]
    private let others: [Item]

    /// The circle that `item` is the first member of; nil when it is in none.
    init?(through item: Item, _ world: GitOpsWorld) {
        var seen: Set<ObjectKey> = []
        // Each waits with the way that led there, as the index of who came before.
        var steps: [(item: Item, before: Int, node: Node)] = []
        var wave: [(item: Item, before: Int)] = [(item, -1)]
        while !wave.isEmpty, steps.count < 10_000 {
            var next: [(item: Item, before: Int)] = []
            for (current, before) in wave {
                for node in current.spec.items("dependsOn").prefix(500) {
                    let reference = FluxReference(node, from: current)
                    if reference.name == item.name, reference.namespace == item.namespace {
                        var way: [Item] = []
                        var first = node
                        var index = before
                        if before >= 0 { way.append(current) }
                        while index >= 0 {
                            first = steps[index].node
                            index = steps[index].before
                            if index >= 0 { way.append(steps[index].item) }
                        }
                        way.reverse()
                        // Told once: at the member whose name comes first.
                        guard way.allSatisfy({ item.object.key <= $0.object.key }) else { return nil }
                        (self.item, start, others) = (item, first, way)
                        names = ([item] + way + [item]).map { "\"\($0.name)\"" }
                        return
                    }
                    guard
                        let found = world.items(
                            .fluxKustomization, named: reference.name, in: reference.namespace
                        ).first, seen.insert(found.object.key).inserted
                    else { continue }
                    steps.append((found, before, node))
                    next.append((found, steps.count - 1))
                }
            }
            wave = next
        }
        return nil
    }

    var finding: Finding {
        item.finding(
            .dependencyCircle,
            "Kustomizations wait for each other: \(names.prefix(12).joined(separator: ", which waits for "))",
            at: start["name"] ?? start, related: others.prefix(8).map { $0.related("part of the circle") },
            effect: "none of them is ever applied", hint: "remove one of the dependencies")
    }
}
