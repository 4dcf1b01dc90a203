internal import Diagnostics
internal import KubeTypes
internal import Mesh
internal import Tree

/// What is wrong with settings of the mesh and of proxies that objects of other kinds carry.
func carriedFindings(_ object: KubeObject, _ options: SemanticOptions) -> [Finding] {
    let carried = MeshDocuments(
        of: object, istioNamespace: options.istioNamespace, defaultNamespace: options.defaultNamespace)
    var report = Report()
    // That an annotation cannot be read is told with the other annotations.
    for (field, problem) in carried.unreadable where field != "proxy.istio.io/config" {
        report.refuse(field, problem)
    }
    if let config = carried.config { report.checkMeshConfig(Field(config, name: "mesh", within: object.place)) }
    if let networks = carried.networks {
        let field = Field(networks, name: "meshNetworks", within: object.place)
        for (name, network) in field["networks"].entries { report.checkNetwork(name, network) }
    }
    if let proxy = carried.proxy {
        report.checkProxySettings(Field(proxy, name: "proxy.istio.io/config", within: object.place))
    }
    let isText = object.type.groupKind != GroupKind(group: "install.istio.io", kind: "IstioOperator")
    return isText ? report.findings.map(\.withoutMechanics) : report.findings
}

extension Report {
    fileprivate mutating func refuse(_ field: String, _ problem: Finding) {
        let place = Field(Node(.null, at: problem.place), name: field, within: problem.place)
        error(
            .meshSettingInvalid, "\(field) cannot be read: \(problem.message)", at: place, hint: problem.hint,
            effect: "istiod keeps the settings that it had, or starts with the defaults")
    }
}

extension Finding {
    /// In a text within a text, columns are not certain enough to change or to underline something.
    fileprivate var withoutMechanics: Finding {
        var finding = self
        finding.fixes = []
        finding.length = 0
        return finding
    }
}
