internal import KubeTypes
internal import Mesh
internal import Tree

/// The values that an installation gave the injector, by the names of its ConfigMaps.
struct Injectors: Sendable {
    private let values: [String: Node]

    private static let base = "istio-sidecar-injector"

    init(_ world: World) {
        let maps = world.items(.configMap).filter { $0.name.hasPrefix(Self.base) }
        values = Dictionary(
            maps.compactMap { map in (try? embeddedDocument("values", of: map.root["data"])).map { (map.name, $0) } }
        ) { $1 }
    }

    var isEmpty: Bool { values.isEmpty }

    /// The values for a revision; `default` is that of the installation without one.
    func values(revision: String) -> Node? {
        values[revision.isEmpty || revision == "default" ? Self.base : "\(Self.base)-\(revision)"]
    }

    func isEnabledByDefault(revision: String) -> Bool {
        values(revision: revision)?[path: "sidecarInjectorWebhook", "enableNamespacesByDefault"]?.bool == true
    }

    /// The image of proxies, without the variant that a pod may ask for.
    func proxyImage(revision: String) -> String? {
        guard let global = values(revision: revision)?["global"] else { return nil }
        let image = global.text("proxy", "image")
        if image.utf8.contains(UInt8(ascii: "/")) { return image }
        return "\(global.text("hub"))/\(image):\(global["tag"]?.scalarText ?? "")"
    }
}
