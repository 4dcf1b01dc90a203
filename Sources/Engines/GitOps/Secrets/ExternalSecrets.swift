internal import Diagnostics
internal import KubeTypes
internal import Tree

/// The name of the Secret that an ExternalSecret writes.
func secretTarget(_ externalSecret: Item) -> String {
    let name = externalSecret.spec.text("target", "name")
    return name.isEmpty ? externalSecret.name : name
}

extension Judge {
    /// Where an ExternalSecret reads, and how often.
    static let externalSecrets = Judge(.externalSecret) { item, world in
        var findings: [Finding] = []
        let reference = item.spec["secretStoreRef"] ?? Node(.null)
        let isClusterWide = reference.text("kind") == "ClusterSecretStore"
        let kind = GroupKind.externalSecrets(isClusterWide ? "ClusterSecretStore" : "SecretStore")
        let name = reference.text("name")
        if let absence = world.absence(of: name, in: isClusterWide ? nil : item.namespace, among: kind) {
            findings.append(
                item.finding(
                    .secretStoreUnknown, absence.severity, "the repository has no \(kind.kind) \"\(name)\"",
                    at: reference["name"], effect: "without it the Secret is not written", meant: absence.nearest,
                    hint: "add it, unless the cluster has it"))
        }
        if let interval = item.spec["refreshInterval"], ["0", "0s", "0m", "0h"].contains(interval.scalarText ?? ""),
            item.spec.text("refreshPolicy").isEmpty
        {
            findings.append(
                item.finding(
                    .refreshNever, .info, "the value is fetched once, and never again", at: interval,
                    effect: "a rotated value does not arrive, and later changes of this object do nothing",
                    hint: "write \"1h\", or say it with \"refreshPolicy: CreatedOnce\""))
        }
        let store = world.items(kind, named: name, in: isClusterWide ? "" : item.namespace).first
        return findings + repeatedMounts(item, store)
    }

    /// Keys that say `secret/data/…`, which the provider for Vault adds itself.
    private static func repeatedMounts(_ item: Item, _ store: Item?) -> [Finding] {
        if let store, store.spec["provider"]?.has("vault") == false { return [] }
        let vault = store?.spec[path: "provider", "vault"] ?? Node(.null)
        let mount = vault.text("path").isEmpty ? "secret" : vault.text("path")
        let keys =
            item.spec.items("data").map { $0[path: "remoteRef", "key"] }
            + item.spec.items("dataFrom").map { $0[path: "extract", "key"] }
        let repeated = keys.prefix(1000).compactMap { $0 }.filter { $0.string?.hasPrefix("\(mount)/data/") == true }
        guard let first = repeated.first, let text = first.string else { return [] }
        let short = String(text.dropFirst(mount.utf8.count + 6))
        let isOld = vault.text("version") == "v1"
        return [
            item.finding(
                .remoteKeyRepeatsMount, isOld ? .warning : .info,
                "the key repeats the mount \"\(mount)\" and \"data/\""
                    + (repeated.count > 1 ? ", as \(repeated.count) keys here do" : ""),
                at: first,
                effect: isOld
                    ? "an engine of version 1 has no \"data/\": nothing is found"
                    : "it is found as long as the store mounts \"\(mount)\", and nowhere else",
                meant: isOld ? short : nil, hint: "write \"\(short)\": the store knows its mount")
        ]
    }

    /// Two objects that write one Secret.
    static let secretTargets = Judge(.externalSecret) { item, world in
        let policy = item.spec.text("target", "creationPolicy")
        guard policy.isEmpty || policy == "Owner" || policy == "Orphan" else { return [] }
        let name = secretTarget(item)
        let sealed = world.items(.sealedSecret, named: name, in: item.namespace)
        let plain = world.items(.secret, named: name, in: item.namespace)
        let others = (world.secretWriters[name] ?? []).prefix(1000).filter {
            $0.namespace == item.namespace && $0.object.place < item.object.place && $0.name != item.name
                && ["", "Owner", "Orphan"].contains($0.spec.text("target", "creationPolicy"))
        }
        guard
            let rival = (sealed + plain).first(where: { $0.unit == item.unit })
                ?? others.first(where: { $0.unit == item.unit })
        else { return [] }
        return [
            item.finding(
                .secretWrittenTwice,
                "\(rival.kind) \"\(rival.name)\" makes the Secret \"\(name)\" too",
                at: item.spec[path: "target", "name"],
                related: [rival.related("the other one")],
                effect: "only one of them can own it: the other fails, or both write over each other",
                hint: "keep one of the two, or give the Secret another name")
        ]
    }
}
