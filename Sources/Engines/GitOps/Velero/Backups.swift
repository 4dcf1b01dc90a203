internal import Diagnostics
internal import GoText
internal import KubeTypes
internal import Tree

extension Judge {
    /// When a Schedule runs, how long its backups are kept, and where.
    static let schedules = Judge(.schedule, .backup) { item, world in
        var findings: [Finding] = []
        if item.kind == "Schedule", let node = item.spec["schedule"], let text = node.string,
            let problem = CronSchedule.problem(text)
        {
            findings.append(
                item.finding(
                    .scheduleInvalid, "\"\(text)\" is no schedule: \(problem)", at: node,
                    effect: "no backup is ever made", hint: "write five fields, such as \"0 */6 * * *\", or \"@daily\"")
            )
        }
        let spec = backupSpec(item)
        if let node = spec["ttl"], let text = node.scalarText {
            let time = GoDuration(text)
            if time == nil || time.map({ $0 < .zero }) == true {
                findings.append(
                    item.finding(
                        .retentionInvalid, "\"\(text)\" is no duration", at: node,
                        effect: "the API server refuses the object",
                        hint: "write hours, minutes and seconds: 30 days are \"720h\""))
            }
        }
        if let node = spec["storageLocation"], let name = node.string,
            let absence = world.absence(of: name, in: item.namespace, among: .storageLocation)
        {
            findings.append(
                item.finding(
                    .storageLocationUnknown, absence.severity,
                    "the repository has no BackupStorageLocation \"\(name)\"", at: node,
                    effect: "without it each backup fails its validation", meant: absence.nearest,
                    hint: "add it, unless the cluster has it"))
        }
        return findings + namespaces(item, spec, world)
    }

    private static func namespaces(_ item: Item, _ spec: Node, _ world: GitOpsWorld) -> [Finding] {
        let known = world.items(.namespace).map(\.name)
        guard !known.isEmpty else { return [] }
        return spec.words("includedNamespaces").prefix(500).compactMap { node in
            guard let name = node.string, !name.contains("*"), !known.contains(name),
                let near = nearestName(to: name, among: known.prefix(2000))
            else { return nil }
            return item.finding(
                .backedUpNamespaceUnknown, .info, "nothing here makes the namespace \"\(name)\"", at: node,
                effect: "a backup of a namespace that is not there ends as PartiallyFailed", meant: near)
        }
    }
}
