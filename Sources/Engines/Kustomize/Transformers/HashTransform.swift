import Diagnostics
import Tree

/// Adds to the names of generated objects the hash of their content.
struct HashTransform: Transform {
    func apply(to set: inout ResourceSet) throws(Refused) {
        for resource in set.resources where resource.needsHash {
            resource.rememberID()
            resource.name += "-" + contentHash(of: resource.root)
        }
        set.forgetIndices()
    }
}
