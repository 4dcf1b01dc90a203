import Diagnostics

@testable import GitOps

/// A ciphertext of the right form: the length of a key of 4096 bits, the key, and a sealed value.
private let sealed = "AgAA" + String(repeating: "A", count: 720)

private func external(_ more: String) -> String {
    "ExternalSecret web {secretStoreRef: {kind: ClusterSecretStore, name: vault}, \(more)}"
}

private func schedule(_ text: String, _ template: String = "") -> String {
    "Schedule web {schedule: \(text), template: {\(template)}}"
}

extension Mistake {
    static let storage: [Mistake] = [
        Mistake(.ciphertextInvalid, .error, "SealedSecret web {encryptedData: {a: <<AgA...data...||\(sealed)>>}}"),
        Mistake(.ciphertextInvalid, .error, "SealedSecret web {encryptedData: {a: <<c2VjcmV0||\(sealed)>>}}"),
        Mistake(.ciphertextInvalid, .error, "SealedSecret web {encryptedData: {a: ▸\(sealed)<<A||>>}}"),
        Mistake(
            .sealScopeUnread, .warning,
            "SealedSecret web annotations={sealedsecrets.bitnami.com/cluster-wide: ▸<<'yes'||'true'>>}"),
        Mistake(
            .sealScopeUnread, .warning,
            "SealedSecret web annotations={sealedsecrets.bitnami.com/<<clusterwide||cluster-wide>>: ▸'true'}"),
        Mistake(
            .secretStoreUnknown, .warning,
            "ClusterSecretStore <<valut||vault>> {}\n"
                + external("data: []").replacing("name: vault", with: "name: ▸vault")),
        Mistake(.refreshNever, .info, external("refreshInterval: ▸<<0||1h>>")),
        Mistake(.refreshNever, .info, external("refreshInterval: ▸'0s'<<||, refreshPolicy: CreatedOnce>>")),
        Mistake(.remoteKeyRepeatsMount, .info, external("data: [{remoteRef: {key: <<secret/data/web||web>>}}]")),
        Mistake(
            .remoteKeyRepeatsMount, .warning,
            "ClusterSecretStore vault {provider: {vault: {path: kv, version: v1}}}\n"
                + external("dataFrom: [{extract: {key: <<kv/data/web||web>>}}]")),
        Mistake(.secretWrittenTwice, .error, "SealedSecret <<cert||other>> {}\n" + external("target: {name: ▸cert}")),
        Mistake(
            .secretWrittenTwice, .error,
            "ExternalSecret a {target: {name: cert}}\nExternalSecret b {target: {name: ▸<<cert||other>>}}"),
        Mistake(.scheduleInvalid, .error, schedule("▸'<<0 */6 * *||0 */6 * * *>>'")),
        Mistake(.scheduleInvalid, .error, schedule("▸'<<0 25 * * *||0 23 * * mon-fri>>'")),
        Mistake(.scheduleInvalid, .error, schedule("▸'<<@dayly||@daily>>'")),
        Mistake(.scheduleInvalid, .error, schedule("▸'@every <<6||6h>>'")),
        Mistake(.scheduleInvalid, .error, schedule("▸'TZ=Europe/Berlin 0 3 <<1-40/2||1-31/2>> jan,feb ?'")),
        Mistake(.retentionInvalid, .error, schedule("'@daily'", "ttl: <<30d||720h>>")),
        Mistake(
            .storageLocationUnknown, .warning,
            "BackupStorageLocation default {}\n" + schedule("'@daily'", "storageLocation: <<defualt||default>>")),
        Mistake(
            .backedUpNamespaceUnknown, .info,
            "Namespace shop\n" + schedule("'@daily'", "includedNamespaces: [<<shpo||shop>>, 'a*']")),
        Mistake(
            .backupSelectsNothing, .warning,
            "VirtualService web {}\n> status: {}\n"
                + schedule(
                    "'@daily'",
                    "includedResources: [<<virtualservices.networking.istio.io||gateways>>], labelSelector: {matchLabels: ▸{a: b}}"
                )),
    ]
}
