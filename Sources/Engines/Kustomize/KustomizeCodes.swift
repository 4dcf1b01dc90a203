package import Diagnostics

extension Code {
    /// A directory holds no kustomization file.
    package static let kustomizationMissing = Code("MST0100")
    /// A directory holds more than one kustomization file.
    package static let kustomizationDoubled = Code("MST0101")
    /// A kustomization has a field that does not exist.
    package static let kustomizationUnknownField = Code("MST0102")
    /// A field of a kustomization, a patch or an object has the wrong type or value.
    package static let kustomizationFieldInvalid = Code("MST0103")
    /// A file or directory that a kustomization names does not exist.
    package static let kustomizationPathMissing = Code("MST0104")
    /// Kustomizations name each other in a circle, or nest too deep.
    package static let kustomizationCycle = Code("MST0105")
    /// A file lies outside the directory of its kustomization.
    package static let kustomizationPathOutside = Code("MST0106")
    /// A feature that needs the network or another program.
    package static let kustomizationUnsupported = Code("MST0107")
    /// A document that is no Kubernetes object.
    package static let objectIncomplete = Code("MST0108")
    /// Two objects have one id.
    package static let objectDoubled = Code("MST0109")
    /// A patch has no object to apply to, or several.
    package static let patchUnmatched = Code("MST0110")
    /// A patch cannot be read.
    package static let patchInvalid = Code("MST0111")
    /// A patch does not fit its object.
    package static let patchFailed = Code("MST0112")
    /// The pattern or the label selector of a target is malformed.
    package static let selectorInvalid = Code("MST0113")
    /// A generator has a source that cannot be read.
    package static let generatorInvalid = Code("MST0114")
    /// A generated object meets one that exists, or misses the one it should merge with.
    package static let generatorConflict = Code("MST0115")
    /// A component where a kustomization is expected, or the other way round.
    package static let componentMisplaced = Code("MST0116")
    /// A name could refer to several objects.
    package static let referenceAmbiguous = Code("MST0117")
    /// A replacement finds no source or no target.
    package static let replacementInvalid = Code("MST0118")
    /// A variable is defined twice, has no object, or has no value.
    package static let variableInvalid = Code("MST0119")
    /// A field that a transformer should change has an unexpected shape.
    package static let transformerFieldInvalid = Code("MST0120")
    /// A transformer, generator or validator that is not built in.
    package static let pluginUnknown = Code("MST0121")
    /// The OpenAPI schema that a kustomization names cannot be used.
    package static let openAPIInvalid = Code("MST0122")
    /// A field of a kustomization that kustomize will drop one day.
    package static let kustomizationDeprecated = Code("MST0123")
    /// A variable is defined but used nowhere.
    package static let variableUnused = Code("MST0124")
}

/// A refusal with one finding.
func refusal(_ code: Code, _ message: String, at place: Place, hint: String? = nil) -> Refused {
    Refused(Finding(code, message, at: place, hint: hint))
}
