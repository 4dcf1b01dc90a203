import Foundation
import KubeTypes
import SharedData
import Testing
import Tree

@testable import Schema

@Suite(.enabled(if: Shared.exists("istio/samples"))) struct SampleTests {
    @Test("Istio's own samples fit the catalogue")
    func samples() throws {
        let root = Shared.root.appending(path: "istio/samples")
        let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
        var checked = 0
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "yaml",
                let documents = try? YAMLReader.read([UInt8](try Data(contentsOf: file))).documents
            else { continue }
            for document in documents {
                let type = KubeObject(document).type
                guard let definition = Catalogue.known.first(where: { $0.groupKind == type.groupKind }),
                    let version = definition.version(type.version)
                else { continue }
                let options = SchemaCheckOptions(takesNullAsMissing: definition.isBuiltIn)
                let found = violations(of: document, against: version.schema, options: options)
                #expect(found.isEmpty, "\(file.lastPathComponent) \(type): \(found.map(\.explanation))")
                checked += 1
            }
        }
        #expect(checked > 300)
    }
}
