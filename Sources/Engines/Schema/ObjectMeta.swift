/// The fields that every object has: `apiVersion`, `kind` and `metadata`.
package enum ObjectMeta {
    /// The schema of `metadata`, the same for all kinds.
    package static let schema: Schema = Catalogue.shared.shape("ObjectMeta") ?? .anything

    private static let text = Schema(SchemaDraft(type: .string))

    static func field(_ name: String) -> Schema? {
        switch name {
        case "metadata": schema
        case "apiVersion", "kind": text
        default: nil
        }
    }
}
