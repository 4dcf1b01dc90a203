import Diagnostics
import Tree

/// One change to all objects of a build.
protocol Transform {
    func apply(to set: inout ResourceSet) throws(Refused)
}

/// A transform and what the `transformations` annotation says of it.
struct NamedTransform {
    var kind: String
    var transform: any Transform
    /// The name and namespace of a plugin's configuration.
    var name = ""
    var namespace = ""
    /// The file that asks for it; nil for the kustomization at hand.
    var origin: Origin?
}
