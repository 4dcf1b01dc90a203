package import Diagnostics
package import KubeTypes
package import Policy
package import Rego

/// Asks policies about objects: those of a folder, and those of Gatekeeper among the objects.
package struct PolicyStation: Sendable {
    private let check: PolicyCheck?
    private let combines: Bool
    private let surroundings: Surroundings
    private let talk: @Sendable (PrintedLine) -> Void

    /// - Parameters:
    ///   - check: nil where there are no policies beside the objects.
    ///   - combines: All objects are one input.
    ///   - talk: Takes what policies print.
    package init(
        _ check: PolicyCheck?, combines: Bool = false, _ surroundings: Surroundings,
        talk: @escaping @Sendable (PrintedLine) -> Void
    ) {
        self.check = check
        self.combines = combines
        self.surroundings = surroundings
        self.talk = talk
    }

    /// What is wrong with the policies themselves.
    package var findings: [Finding] { check?.findings ?? [] }

    /// What the policies say.
    ///
    /// - Parameter objects: Objects that are in one cluster together.
    package func findings(_ objects: [KubeObject]) -> [Finding] {
        var findings: [Finding] = []
        if let check {
            findings += take(
                combines ? check.combinedVerdict(on: objects, surroundings) : check.verdict(on: objects, surroundings))
        }
        return findings + take(gatekeeperVerdict(on: objects, surroundings))
    }

    private func take(_ verdict: PolicyVerdict) -> [Finding] {
        for line in verdict.printed { talk(line) }
        return verdict.findings
    }
}
