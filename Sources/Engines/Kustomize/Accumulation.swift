import Diagnostics
import FileTree

/// What one kustomization and its bases have come to.
struct Accumulation {
    var set = ResourceSet()
    /// Fields that `configurations` and `crds` added.
    var config = TransformerConfig()
    var variables = Variables()
}

/// What the parts of one build share.
final class BuildContext {
    let loader: FileLoader
    let options: BuildOptions
    var findings: [Finding] = []
    /// Replaced when a kustomization names a schema of its own.
    var schema = MergeSchema.builtIn
    /// The first schema that is named, from the outside in, is the one that counts.
    var hasOwnSchema = false
    var hasReadObjects = false
    /// Whether origins are to be written down.
    var tracksOrigin = false
    /// How many kustomizations have been run; one that is named twice counts twice.
    var kustomizationCount = 0
    /// The directory of the build, to which origins are relative.
    let root: TreePath

    init(loader: FileLoader, options: BuildOptions, root: TreePath) {
        self.loader = loader
        self.options = options
        self.root = root
    }
}
