/// The object that a finding is about.
package struct Subject: Hashable, Sendable {
    package var apiVersion: String
    package var kind: String
    /// Empty for cluster-scoped objects, and for others that name none.
    package var namespace: String
    package var name: String

    package init(apiVersion: String, kind: String, namespace: String, name: String) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }
}

extension [Finding] {
    /// The same findings, about `subject` where they name nothing else.
    package func about(_ subject: Subject) -> [Finding] {
        map { finding in
            var finding = finding
            finding.subject = finding.subject ?? subject
            return finding
        }
    }
}
