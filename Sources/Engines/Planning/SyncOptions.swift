package import KubeTypes

/// Argo CD's sync options: of the application, and of one object through its annotation
/// `argocd.argoproj.io/sync-options`.
package struct SyncOptions: Equatable, Sendable {
    package private(set) var values: Set<String>

    package init(_ values: some Sequence<String>) {
        self.values = Set(values.map { $0.filter { $0 != " " } }.filter { !$0.isEmpty })
    }

    /// The options that an object carries itself.
    package init(of object: KubeObject) {
        self.init((object.annotation("argocd.argoproj.io/sync-options") ?? "").split(separator: ",").map(String.init))
    }

    /// Whether a sync acts on the option. Server-side apply is always used, so it need not be asked for.
    package static func isSupported(_ option: String) -> Bool {
        let name = option.split(separator: "=").first.map(String.init) ?? ""
        switch option {
        case "Replace=false", "Force=false", "FailOnSharedResource=false": return true
        case "Prune=confirm", "Delete=confirm", "ServerSideApply=false": return false
        default: return supportedNames.contains(name)
        }
    }

    private static let supportedNames: Set<String> = [
        "ApplyOutOfSyncOnly", "CreateNamespace", "Delete", "Prune", "PruneLast", "PrunePropagationPolicy",
        "RespectIgnoreDifferences", "ServerSideApply", "SkipDryRunOnMissingResource", "Validate",
    ]

    package func contains(_ option: String) -> Bool { values.contains(option) }
}

/// The number of the wave an object belongs to; 0 when it says nothing or no number.
package func syncWave(of object: KubeObject) -> Int {
    for key in ["argocd.argoproj.io/sync-wave", "helm.sh/hook-weight"] {
        if let wave = object.annotation(key).flatMap({ Int($0) }) { return wave }
    }
    return 0
}
