internal import Crypto
internal import Foundation
internal import Schema

/// By what clients tell that objects are stored in another form: eight bytes of a digest of group, version and kind.
enum StorageVersionHash {
    static func text(of definition: ResourceDefinition) -> String {
        let version = storedFirst[definition.name] ?? definition.storageVersion?.name ?? ""
        let name = "\(definition.group)/\(version)/\(definition.kind)"
        return Data(SHA256.hash(data: Data(name.utf8)).prefix(8)).base64EncodedString()
    }

    /// Kinds whose digest Kubernetes still makes from the version that it stored first.
    private static let storedFirst = ["customresourcedefinitions.apiextensions.k8s.io": "v1beta1"]
}
