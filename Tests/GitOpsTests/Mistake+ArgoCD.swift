import Diagnostics

@testable import GitOps

private let here = "destination: {server: https://kubernetes.default.svc, namespace: shop}"

/// An Application of the repository that the files are in, and with it one whose folder is there.
private func application(_ path: String, _ more: String = "") -> String {
    """
    Application argocd/web {source: {repoURL: https://git.example/team/config.git, path: \(path)\(more)}, \(here)}
    Application argocd/known {source: {repoURL: "git@git.example:team/config", path: overlays/prod}, destination: {name: other}}
    Application argocd/more {source: {repoURL: "git@git.example:team/config", path: overlays/prod}, destination: {name: more}}
    """
}

private let around = ["overlays/prod/kustomization.yaml", "overlays/plain/web.yaml", "apps/a/web.yaml", "README.md"]

private func synced(_ policy: String, _ more: String = "") -> String {
    "Application argocd/web {source: {repoURL: a, chart: b}, \(here), syncPolicy: {\(policy)}\(more)}"
}

private func set(_ generator: String, path: String = "apps/a", name: String = "'{{name}}'", _ more: String = "")
    -> String
{
    "ApplicationSet argocd/web {generators: [\(generator)]\(more), template: {metadata: {name: \(name)}, spec: {source: {repoURL: https://git.example/team/config, path: '\(path)'}, \(here)}}}"
        .replacing("'▸", with: "▸'")
}

extension Mistake {
    static let argo: [Mistake] = [
        Mistake(.sourcePathMissing, .error, application("<<overlays/prd||overlays/prod>>"), files: around),
        Mistake(
            .sourcePathMissing, .warning, application("<<overlays/prd||overlays/prod>>", ", targetRevision: next"),
            files: around),
        Mistake(
            .sourcePathMissing, .warning,
            "Application a {source: {repoURL: r, path: <<apps/b||apps/a>>}, destination: {name: x}}\nApplication b {source: {repoURL: r, path: apps/a}, destination: {name: y}}",
            files: around),
        Mistake(.sourcePathUnusable, .error, application("<<README.md||overlays/prod>>"), files: around),
        Mistake(.sourcePathUnusable, .error, application("<<../config||overlays/prod>>"), files: around),
        Mistake(.sourcePathUnusable, .warning, application("<<apps||apps/a>>"), files: around),
        Mistake(
            .sourcePathUnusable, .warning, application("▸apps", ", directory: {recurse: <<false||true>>}"),
            files: around),
        Mistake(
            .sourcePathUnusable, .error, application("overlays/<<plain||prod>>", ", kustomize: ▸{namePrefix: a-}"),
            files: around),
        Mistake(
            .sourcePathUnusable, .error, application("overlays/<<plain||chart>>", ", helm: ▸{releaseName: a}"),
            files: around + ["overlays/chart/Chart.yaml"]),
        Mistake(
            .sourcePathUnusable, .error, application("<<parts/tracing||overlays/prod>>"),
            files: around + ["parts/tracing/kustomization.yaml=kind: Component"]),
        Mistake(
            .projectUnknown, .warning, "AppProject argocd/shop {}\nApplication argocd/web {project: <<shpo||shop>>}"),
        Mistake(
            .projectUnknown, .info, "AppProject argocd/shop {}\nApplication argocd/web {project: <<payments||default>>}"
        ),
        Mistake(
            .destinationNamespaceUnmade, .info,
            "Namespace shop\nApplication argocd/web {destination: {name: in-cluster, namespace: <<shpo||shop>>}}"),
        Mistake(
            .destinationNamespaceUnmade, .info,
            "Namespace web\n"
                + synced("syncOptions: [<<Prune=true||CreateNamespace=true>>]")
                .replacing("namespace: shop", with: "namespace: ▸shop")),
        Mistake(
            .deployedTwice, .warning,
            """
            Application argocd/a {source: {repoURL: https://git.example/c, path: ./x}, \(here)}
            Application argocd/b {source: {repoURL: https://git.example/c.git, path: ▸x}, destination: {name: <<in-cluster||other>>, namespace: shop}}
            """),
        Mistake(
            .deployedTwice, .warning,
            """
            Application argocd/a {source: {repoURL: https://git.example/c, path: x}, \(here)}
            GitRepository git {url: "ssh://git@git.example/<<c||d>>"}
            Flux b {sourceRef: {kind: GitRepository, name: git}, path: ▸./x}
            """),
        Mistake(
            .destinationUnclear, .error,
            "Application a {destination: {server: https://a, <<name: ▸in-cluster||namespace: b>>}}"),
        Mistake(.destinationUnclear, .error, "Application a {destination: ▸{<<namespace||name>>: b}}"),
        Mistake(
            .sourceToolsConflict, .error,
            "Application a {source: {repoURL: r, path: p, helm: {a: b}, kustomize: ▸<<{c: d}||null>>}}"),
        Mistake(.syncOptionUnknown, .warning, synced("syncOptions: [<<CreateNamspace=true||CreateNamespace=true>>]")),
        Mistake(.syncOptionUnknown, .warning, synced("syncOptions: [<<ServerSideApply=yes||ServerSideApply=true>>]")),
        Mistake(
            .syncOptionUnknown, .warning,
            "Service web annotations={argocd.argoproj.io/sync-options: ▸'PruneLast=true, <<CreateNamespace||Replace>>=true'}"
        ),
        Mistake(
            .syncAnnotationInvalid, .warning, "Service web annotations={argocd.argoproj.io/sync-wave: ▸'<<one||1>>'}"),
        Mistake(
            .syncAnnotationInvalid, .error, "Service web annotations={argocd.argoproj.io/hook: <<PreSnyc||PreSync>>}"),
        Mistake(
            .syncAnnotationInvalid, .warning,
            "Service web annotations={argocd.argoproj.io/hook-delete-policy: <<HookSuceeded||HookSucceeded>>}"),
        Mistake(
            .syncAnnotationInvalid, .warning, "Service web annotations={▸argocd.argoproj.io/sync-<<waves||wave>>: '1'}"),
        Mistake(.emptyAllowed, .warning, synced("automated: {prune: true, allowEmpty: <<true||false>>}")),
        Mistake(
            .ignoredDifferenceWritten, .warning,
            synced(
                "syncOptions: [<<Validate||RespectIgnoreDifferences>>=true]",
                ", ignoreDifferences: [{group: apps, kind: Deployment, jsonPointers: [▸/spec/replicas]}]")
                + "\nDeployment web {replicas: 2}"),
        Mistake(
            .ignoredDifferenceWritten, .warning,
            synced("", ", ignoreDifferences: [{group: apps, kind: Deployment, jqPathExpressions: [▸.spec.replicas]}]")
                + "\nDeployment web {<<replicas||paused>>: 2}"),
        Mistake(
            .ignoredKindUnmatched, .warning,
            synced("", ", ignoreDifferences: [{kind: ▸Deployment<<||, group: apps>>, jsonPointers: [/spec/replicas]}]")),
        Mistake(.retryUnusable, .error, synced("retry: {limit: 2, backoff: {duration: <<5 seconds||5s>>}}")),
        Mistake(.retryUnusable, .info, synced("retry: {limit: <<-1||5>>}")),
        Mistake(
            .rollbackInert, .warning,
            "Application web annotations={example.com/auto-rollback: ▸'on'} {syncPolicy: {automated: {enabled: <<true||false>>}}}"
        ),
        Mistake(
            .rollbackInert, .info,
            "Application web-rollback {revisionHistoryLimit: ▸9, syncPolicy: {<<automated||retry>>: {}}}"),
        Mistake(
            .healthScriptFails, .warning,
            "ConfigMap argocd/argocd-cm\n> data: {▸resource.customizations.health.networking.istio.io_Gateway: 'x = table.concat(obj.status.<<validationMessages||names>>, \",\")'}"
        ),
    ]

    static let sets: [Mistake] = [
        Mistake(
            .sourcePathMissing, .error,
            set("list: {elements: [{name: a}, {name: b}, {name: <<c||d>>}]}", path: "▸apps/{{name}}"),
            files: around + ["apps/b/web.yaml", "apps/d/web.yaml"]),
        Mistake(
            .sourcePathMissing, .error,
            set(
                "{list: {elements: [{name: a}, {name: b}, {name: <<c||d>>}]}}", path: "▸apps/{{ .name }}",
                name: "'{{.name}}'",
                ", goTemplate: true"),
            files: around + ["apps/b/web.yaml", "apps/d/web.yaml"]),
        Mistake(
            .parameterUnknown, .error, set("list: {elements: [{name: a}, {<<nmae||name>>: b}]}", name: "▸'{{name}}'")),
        Mistake(
            .parameterUnknown, .warning,
            set("{list: {elements: [{env: {id: a}}]}}", name: "▸'{{.env.<<ids||id>>}}'", ", goTemplate: true")),
        Mistake(
            .applicationNamesCollide, .error,
            set("list: {elements: [{name: a, env: x}, {name: a, env: y}]}", name: "▸'{{name}}<<||-{{env}}>>'")),
        Mistake(
            .generatorEmpty, .warning,
            set(
                "git: ▸{repoURL: https://git.example/team/config, directories: [{path: <<app||apps>>/*}]}",
                name: "'{{path.basename}}'")
                + "\n" + application("overlays/prod"), files: around),
        Mistake(.generatorEmpty, .warning, set("list: ▸{elements: [<<||{name: a}>>]}")),
        Mistake(
            .sourcePathUnusable, .warning,
            set(
                "matrix: {generators: [{git: {repoURL: https://git.example/team/config, directories: [{path: apps/*}]}}, {list: {elements: [{name: a}]}}]}",
                path: "▸{{path}}<</..||>>") + "\n" + application("overlays/prod"), files: around),
    ]
}
