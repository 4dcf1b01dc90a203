internal import Diagnostics
internal import KubeTypes
internal import Tree

/// Kustomizations of Flux that wait for each other: none of them is ever applied, and nobody says why.
struct DependencyCircles: Sendable {
    private struct Member {
        let item: Item
        /// What leads to the next member.
        let node: Node
    }

    /// By their first members.
    private var circles: [Item.Identity: [Member]] = [:]

    init() {}

    /// The circles among all Kustomizations, found in one walk along what they wait for.
    init(_ world: GitOpsWorld) {
        var done: Set<Item.Identity> = []
        for start in world.items(.fluxKustomization) where start.spec.has("dependsOn") {
            walk(from: start, world, &done)
        }
    }

    private mutating func walk(from start: Item, _ world: GitOpsWorld, _ done: inout Set<Item.Identity>) {
        guard done.insert(start.identity).inserted else { return }
        var way: [(item: Item, waiting: [Node], next: Int)] = [(start, Self.dependencies(start), 0)]
        var depths = [start.identity: 0]
        while let last = way.last {
            guard last.next < last.waiting.count else {
                way.removeLast()
                depths[last.item.identity] = nil
                continue
            }
            way[way.count - 1].next += 1
            let reference = FluxReference(last.waiting[last.next], from: last.item)
            guard
                let found = world.items(.fluxKustomization, named: reference.name, in: reference.namespace).first
            else { continue }
            let identity = found.identity
            if let depth = depths[identity] {
                let members = way[depth...].map { Member(item: $0.item, node: $0.waiting[$0.next - 1]) }
                if circles[identity] == nil { circles[identity] = members }
            } else if done.insert(identity).inserted {
                depths[identity] = way.count
                way.append((found, Self.dependencies(found), 0))
            }
        }
    }

    private static func dependencies(_ item: Item) -> [Node] { Array(item.spec.items("dependsOn").prefix(500)) }

    /// The circle that begins with `item`.
    func finding(at item: Item) -> Finding? {
        guard let members = circles[item.identity], let first = members.first else { return nil }
        let names = (members + [first]).prefix(12).map { "\"\($0.item.name)\"" }
        return item.finding(
            .dependencyCircle, "Kustomizations wait for each other: \(names.joined(separator: ", which waits for "))",
            at: first.node["name"] ?? first.node,
            related: members.dropFirst().prefix(8).map { $0.item.related("part of the circle", at: $0.node["name"]) },
            effect: "none of them is ever applied", hint: "remove one of the dependencies")
    }
}
