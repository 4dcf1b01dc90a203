package import Diagnostics
package import KubeTypes
package import Tree

/// What the analyzers need to know besides the objects.
package struct AnalyzerOptions: Sendable {
    package var meshConfig: Node?
    package var meshNetworks: Node?
    /// The namespace of objects that name none.
    package var defaultNamespace: String
    /// Where Istio itself runs.
    package var istioNamespace: String
    /// The names of the analyzers that look; nil for all.
    package var analyzers: Set<String>?
    /// The time at which certificates must be valid; nil leaves their dates alone.
    package var now: Timestamp?
    /// Whether what is not in the set does not exist. In a part of a mesh a missing host, workload, Gateway or Namespace
    /// is only told when the set has others of its kind.
    package var isWholeMesh: Bool

    package init(
        meshConfig: Node? = nil, meshNetworks: Node? = nil, defaultNamespace: String = "default",
        istioNamespace: String = "istio-system", analyzers: Set<String>? = nil, now: Timestamp? = nil,
        isWholeMesh: Bool = true
    ) {
        self.meshConfig = meshConfig
        self.meshNetworks = meshNetworks
        self.defaultNamespace = defaultNamespace
        self.istioNamespace = istioNamespace
        self.analyzers = analyzers
        self.now = now
        self.isWholeMesh = isWholeMesh
    }
}

/// What objects say about each other that cannot work: what `istioctl analyze` tells, and what Kiali adds to it. In the
/// order of places.
package func analyze(_ objects: [KubeObject], options: AnalyzerOptions = AnalyzerOptions()) -> [Finding] {
    let world = World(objects, options: options)
    let chosen = Analyzer.all.filter { options.analyzers?.contains($0.name) ?? true }
    let suppressed = Suppressions(objects)
    let findings = chosen.flatMap { $0.check(world) }.filter { !suppressed.cover($0) }
    return findings.distinct.sorted {
        $0.place == $1.place ? ($0.code.id, $0.message) < ($1.code.id, $1.message) : $0.place < $1.place
    }
}

/// The names of all analyzers.
package let analyzerNames = Analyzer.all.map(\.name)

/// The codes that an analyzer may give; none for a name that is not one.
package func analyzerCodes(_ name: String) -> [Code] { Analyzer.all.first { $0.name == name }?.codes ?? [] }

/// What people have asked not to be told, by annotations of the objects: Istio's with a list of codes or `*`, Kiali's
/// with a list of codes or nothing for all.
private struct Suppressions {
    private var all: Set<Subject> = []
    private var codes: [Subject: Set<String>] = [:]
    private var allOfKiali: Set<Subject> = []

    init(_ objects: [KubeObject]) {
        for object in objects {
            if let text = object.annotation("galley.istio.io/analyze-suppress") {
                add(Self.words(text), for: object.subject)
            }
            if let text = object.annotation("kiali.io/ignore-validations") {
                let words = Self.words(text)
                if words.isEmpty { allOfKiali.insert(object.subject) }
                add(words, for: object.subject)
            }
        }
    }

    private mutating func add(_ words: [String], for subject: Subject) {
        if words.contains("*") { all.insert(subject) }
        codes[subject, default: []].formUnion(words)
    }

    private static func words(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0.filter { $0 != " " }) }.filter { !$0.isEmpty }
    }

    func cover(_ finding: Finding) -> Bool {
        guard let subject = finding.subject else { return false }
        if all.contains(subject) { return true }
        if allOfKiali.contains(subject), finding.code.aliases.contains(where: { $0.hasPrefix("KIA") }) { return true }
        guard let words = codes[subject] else { return false }
        return words.contains(finding.code.id) || finding.code.aliases.contains(where: words.contains)
    }
}
