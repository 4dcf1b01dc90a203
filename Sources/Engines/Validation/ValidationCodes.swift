package import Diagnostics

extension Code {
    /// A source names a folder that is not in the repository.
    package static let folderMissing = Code("MST0301")
    /// A file cannot be read.
    package static let fileUnreadable = Code("MST0302")
    /// A document is not a Kubernetes object.
    package static let notAnObject = Code("MST0303")
    /// Two documents name one object.
    package static let objectTwice = Code("MST0304")
    /// An object has no name.
    package static let objectUnnamed = Code("MST0305")
    /// A comment that silences findings does not say why.
    package static let suppressionUnexplained = Code("MST0306")
    /// A comment that silences findings is past its day.
    package static let suppressionExpired = Code("MST0307")
    /// A comment that silences findings silences none.
    package static let suppressionUnused = Code("MST0308")
    /// A file beside a kustomization is named by none.
    package static let manifestForgotten = Code("MST0309")
    /// The file of known findings cannot be used.
    package static let baselineInvalid = Code("MST0310")
    /// The file of known findings knows one that is no longer found.
    package static let baselineStale = Code("MST0311")
    /// A cluster would refuse the object.
    package static let dryRunRefused = Code("MST0401")
    /// A cluster could not be asked.
    package static let dryRunFailed = Code("MST0402")
}
