package import Diagnostics

/// What a run over manifests has looked at and found: the input of every report.
package struct CheckedRun: Sendable {
    /// What was checked, each by itself: overlays and folders of manifests, as paths, in their order.
    package var units: [String]
    /// The stations that looked, by their names, in their order.
    package var layers: [String]
    /// In the order in which they are told.
    package var findings: [ReportedFinding]
    /// How many files were read, and how many objects came out of them.
    package var files: Int
    package var objects: Int

    package init(
        units: [String], layers: [String], findings: [ReportedFinding], files: Int = 0, objects: Int = 0
    ) {
        self.units = units
        self.layers = layers
        self.findings = findings
        self.files = files
        self.objects = objects
    }
}

/// A finding with what the run knows of it.
package struct ReportedFinding: Sendable {
    /// The station that has it, by its name.
    package var layer: String
    package var finding: Finding
    /// The units that have it, in their order; empty where it is about a file alone.
    package var units: [String]
    /// Whether it stands on a line that the change under review has touched; those are told first where room is short.
    package var isInChange: Bool

    package init(layer: String, finding: Finding, units: [String] = [], isInChange: Bool = false) {
        self.layer = layer
        self.finding = finding
        self.units = units
        self.isInChange = isInChange
    }
}
