internal import Diagnostics
internal import FileTree
internal import KubeTypes
internal import Tree

extension Judge {
    /// The ImageRepository whose tags an ImagePolicy chooses from.
    static let imagePolicies = Judge(.imagePolicy) { item, world in
        guard let node = item.spec["imageRepositoryRef"] else { return [] }
        let reference = FluxReference(node, from: item)
        guard let absence = world.absence(of: reference.name, in: reference.namespace, among: .imageRepository) else {
            return []
        }
        return [
            item.finding(
                .imageRepositoryUnknown, absence.severity,
                "the repository has no ImageRepository \"\(reference.name)\" in \"\(reference.namespace)\"",
                at: reference.place, effect: "without it no tag is chosen", meant: absence.nearest,
                hint: "add it, unless the cluster has it")
        ]
    }

    /// What an image update changes, and what it says about it.
    static let imageUpdates = Judge(.imageUpdate) { item, world in
        var findings: [Finding] = []
        let message = item.spec[path: "git", "commit", "messageTemplate"]
        if let text = message?.string, let word = [".Updated", ".Changed.ImageResult"].first(where: text.contains) {
            findings.append(
                item.finding(
                    .commitTemplateOutdated, .warning, "current releases of Flux give a commit message no \"\(word)\"",
                    at: message, effect: "the update fails there, and no image is changed",
                    hint: "go through \".Changed.Changes\", which has OldValue and NewValue"))
        }
        return findings + markerFindings(item, world)
    }

    private static func markerFindings(_ item: Item, _ world: GitOpsWorld) -> [Finding] {
        guard let git = GitSources(world: world).find(item),
            let root = world.roots.root(of: RepositoryAddress(git.spec.text("url")))
        else { return [] }
        let path = item.spec[path: "update", "path"]
        let folder = root.folder.appending(path?.string ?? "")
        guard world.files.entry(at: folder) == .directory else {
            let names = (try? world.files.names(in: folder.parent)) ?? []
            let near = nearestName(to: folder.lastComponent, among: names.prefix(2000))
            return [
                item.finding(
                    .sourcePathMissing, "the repository has no folder \"\(path?.string ?? "")\"", at: path,
                    effect: "no image is updated", hint: near.map { "did you mean \"\($0)\"?" } ?? "correct the path")
            ]
        }
        let markers = ImageMarker.all(below: folder, in: world.files)
        guard let markers, !markers.isEmpty else {
            if markers == nil { return [] }
            return [
                item.finding(
                    .imageMarkersMissing, .warning,
                    "no file below \"\(path?.string ?? ".")\" says where an image is to be updated",
                    at: path ?? item.spec["update"], effect: "no image is ever updated",
                    hint: "add a comment to the line of an image: # {\"$imagepolicy\": \"\(example(item, world))\"}")
            ]
        }
        return markers.compactMap { unknownPolicy(item, $0, world) }
    }

    private static func example(_ item: Item, _ world: GitOpsWorld) -> String {
        let policy = world.items(.imagePolicy).first { $0.namespace == item.namespace }
        return "\(item.namespace):\(policy?.name ?? "NAME")"
    }

    private static func unknownPolicy(_ item: Item, _ marker: ImageMarker, _ world: GitOpsWorld) -> Finding? {
        let policies = world.items(.imagePolicy)
        guard !policies.isEmpty,
            world.items(.imagePolicy, named: marker.name, in: marker.namespace).isEmpty
        else { return nil }
        let names = policies.prefix(2000).map { "\($0.namespace):\($0.name)" }
        let near = nearestName(to: "\(marker.namespace):\(marker.name)", among: names)
        var finding = item.finding(
            .imagePolicyUnknown,
            "the repository has no ImagePolicy \"\(marker.namespace):\(marker.name)\", which this marker names",
            effect: "this image is not updated",
            hint: near.map { "did you mean \"\($0)\"?" } ?? "correct the marker, or add the ImagePolicy")
        finding.place = marker.place
        finding.length = marker.length
        return finding
    }
}
