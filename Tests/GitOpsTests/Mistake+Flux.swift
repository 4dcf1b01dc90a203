import Diagnostics

@testable import GitOps

private let git = "GitRepository git {url: https://git.example/team/config}\n"

private func flux(_ path: String) -> String {
    git + "Flux web {path: \(path), sourceRef: {kind: GitRepository, name: git}}\n"
        + "Flux known {path: ./overlays/prod, targetNamespace: known, sourceRef: {kind: GitRepository, name: git}}\n"
        + "Flux more {path: ./overlays/prod, targetNamespace: more, sourceRef: {kind: GitRepository, name: git}}"
}

private let around = ["overlays/prod/web.yaml", "empty/README.md"]

private func update(_ more: String) -> String {
    git + "Flux known {path: ./overlays/prod, sourceRef: {kind: GitRepository, name: git}}\n"
        + "ImageUpdateAutomation web {sourceRef: {kind: GitRepository, name: git}, \(more)}"
}

extension Mistake {
    static let flux: [Mistake] = [
        Mistake(.sourcePathMissing, .error, GitOpsTests.flux("<<./overlays/prd||./overlays/prod>>"), files: around),
        Mistake(.sourcePathUnusable, .warning, GitOpsTests.flux("<<./empty||./overlays>>"), files: around),
        Mistake(.sourceUnknown, .warning, git + "Flux web {sourceRef: {kind: GitRepository, name: <<gti||git>>}}"),
        Mistake(.sourceUnknown, .info, git + "Flux web {sourceRef: {kind: GitRepository, name: <<flux-system||git>>}}"),
        Mistake(
            .sourceUnknown, .warning,
            git + "OCIRepository pictures {}\nFlux web {sourceRef: {kind: <<OCIRepository||GitRepository>>, name: git}}"
        ),
        Mistake(.dependencyUnknown, .warning, "Flux base {}\nFlux web {dependsOn: [{name: <<bsae||base>>}]}"),
        Mistake(
            .dependencyCircle, .error,
            "Flux a {dependsOn: [{name: ▸b}]}\nFlux b {dependsOn: [{name: c}]}\nFlux c {dependsOn: [{name: <<a||d>>}]}"),
        Mistake(.dependencyCircle, .error, "Flux a {dependsOn: [{name: <<a||b>>}]}"),
        Mistake(
            .healthCheckUnknown, .warning,
            "Deployment web {}\nFlux a {healthChecks: [{apiVersion: apps/v1, kind: Deployment, name: <<wbe||web>>}]}"),
        Mistake(
            .istioHealthUnread, .warning,
            "Flux a {healthChecks: [{apiVersion: networking.istio.io/v1, kind: ▸VirtualService, name: web}], healthCheckExprs: [{apiVersion: <<apps/v1||networking.istio.io/v1>>}]}"
        ),
        Mistake(
            .valuesUnknown, .warning,
            "ConfigMap cluster\nFlux a {postBuild: {substituteFrom: [{kind: ConfigMap, name: <<clutser||cluster>>}]}}"),
        Mistake(
            .valuesUnknown, .info,
            "SealedSecret cluster {}\nFlux a {postBuild: {substituteFrom: [{kind: Secret, name: ▸clutser, optional: <<false||true>>}]}}"
        ),
        Mistake(.credentialsUnknown, .info, "Secret github\nGitRepository git {secretRef: {name: <<gihtub||github>>}}"),
        Mistake(.alertProviderUnknown, .warning, "Provider slack {}\nAlert a {providerRef: {name: <<slak||slack>>}}"),
        Mistake(
            .eventSourceUnknown, .warning,
            "Flux web {}\nAlert a {eventSources: [{kind: Kustomization, name: <<wbe||web>>}, {kind: Kustomization, name: '*'}]}"
        ),
        Mistake(.summaryIsPlain, .warning, "Alert a {summary: ▸'<<{{ .Message }}||the mesh>>'}"),
        Mistake(
            .imageRepositoryUnknown, .warning,
            "ImageRepository web {}\nImagePolicy web {imageRepositoryRef: {name: <<wbe||web>>}}"),
        Mistake(
            .imageMarkersMissing, .warning, update("update: {path: ▸<<./overlays||./marked>>}"),
            files: around + ["marked/a.yaml=a: b:1 # {\"$imagepolicy\": \"shop:web\"}"]),
        Mistake(.sourcePathMissing, .error, update("update: {path: <<./overlay||./overlays>>}"), files: around),
        Mistake(
            .commitTemplateOutdated, .warning,
            update("git: {commit: {messageTemplate: ▸'{{range .<<Updated.Images||Changed.Changes>>}}x{{end}}'}}"),
            files: around),
    ]
}
