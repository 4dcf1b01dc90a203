package import Diagnostics
package import KubeTypes
internal import Tree

/// What there is to say about the objects of a kind.
struct Judge: Sendable {
    let kinds: [GroupKind]
    let check: @Sendable (Item, GitOpsWorld) -> [Finding]

    init(_ kinds: GroupKind..., check: @escaping @Sendable (Item, GitOpsWorld) -> [Finding]) {
        self.kinds = kinds
        self.check = check
    }

    private static let all: [Judge] = [
        deployedFolders, deployedTwice, projects, destinations, syncPolicies, ignoredDifferences, rollbacks,
        applicationSets, healthScripts,
        fluxSources, fluxDependencies, fluxHealth, fluxValues, fluxAlerts, fluxCredentials, imagePolicies, imageUpdates,
        canaryReferences, canaryAnalysis, canaryOwnership,
        analysisConditions, analysisLimits, analysisArguments, analysisUse, analysisReferences, rolloutTargets,
        sealedSecrets, sealScopes, externalSecrets, secretTargets,
        schedules, backupSelection,
    ]

    static let byKind: [GroupKind: [Judge]] = {
        var table: [GroupKind: [Judge]] = [:]
        for judge in all { for kind in judge.kinds { table[kind, default: []].append(judge) } }
        return table
    }()
}

extension GitOpsWorld {
    /// What is wrong with these objects of a unit as GitOps tools would see them, in the order of places.
    package func findings(on objects: [KubeObject], unit: Int) -> [Finding] {
        var findings: [Finding] = []
        for object in objects {
            if let annotations = object.root[path: "metadata", "annotations"]?.mapping {
                findings += syncAnnotations(annotations, Item(object: object, unit: unit))
            }
            guard let judges = Judge.byKind[object.type.groupKind] else { continue }
            let item = Item(object: object, unit: unit)
            for judge in judges { findings += judge.check(item, self) }
        }
        var seen: Set<Finding> = []
        return findings.filter { seen.insert($0).inserted }.sorted {
            $0.place == $1.place ? ($0.code.id, $0.message) < ($1.code.id, $1.message) : $0.place < $1.place
        }
    }
}
