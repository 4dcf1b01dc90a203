internal import Diagnostics
internal import KubeTypes
internal import Tree

extension Analyzer {
    /// Patches do what their operation can do, and do not depend on the order in which they come.
    static let envoyPatches = Analyzer(
        "envoyfilter.EnvoyPatchAnalyzer",
        [.patchOrderUnsaid, .patchVersionDependent, .replaceIneffective, .addIneffective, .removeIneffective],
        reads: .envoyFilter
    ) { world in
        // The order of the objects matters: a filter counts as versioned for those that follow.
        var versioned: Set<String> = []
        return world.items(.envoyFilter).flatMap { merged(patchFindings($0, &versioned)) }
    }
}

private let routeContexts: Set = ["ROUTE_CONFIGURATION", "HTTP_ROUTE"]
private let replaceable: Set = ["NETWORK_FILTER", "HTTP_FILTER", "VIRTUAL_HOST"]

private func patchFindings(_ filter: Item, _ versioned: inout Set<String>) -> [Finding] {
    var findings: [Finding] = []
    let hasPriority = (filter.spec.number("priority") ?? 0) != 0
    for patch in filter.spec.items("configPatches") {
        guard let change = patch["patch"], !change.isNull else { break }
        let name = filterName(patch, change)
        let target = patch.text("applyTo")
        let place = change["operation"] ?? change
        switch change.text("operation") {
        case "ADD" where routeContexts.contains(target):
            findings.append(ignored(.addIneffective, "ADD", target, filter, place))
        case "REMOVE" where routeContexts.contains(target):
            findings.append(ignored(.removeIneffective, "REMOVE", target, filter, place))
        case "REPLACE" where !replaceable.contains(target):
            findings.append(ignored(.replaceIneffective, "REPLACE", target, filter, place))
        case "REMOVE", "REPLACE", "INSERT_BEFORE", "INSERT_AFTER":
            if !hasPriority { findings.append(relative(filter, place, isVersioned: versioned.contains(name))) }
        default: break
        }
        if !patch.text("match", "proxy", "proxyVersion").isEmpty { versioned.insert(name) }
    }
    return findings
}

/// One finding for all patches of an EnvoyFilter that have one problem, as Istio's analysis merges them.
private func merged(_ findings: [Finding]) -> [Finding] {
    var merged: [Finding] = []
    for finding in findings {
        if let index = merged.firstIndex(where: { $0.code == finding.code }) {
            merged[index].related.append(RelatedPlace(finding.message, at: finding.place))
        } else {
            merged.append(finding)
        }
    }
    return merged
}

/// The name of the filter that a patch brings, else of the one that it looks for.
private func filterName(_ patch: Node, _ change: Node) -> String {
    guard let value = change["value"], value.mapping != nil else { return "" }
    if let name = value["name"] { return name.scalarText }
    return patch.text("match", "listener", "filterChain", "filter", "name")
}

private func ignored(_ code: Code, _ operation: String, _ target: String, _ filter: Item, _ place: Node) -> Finding {
    filter.finding(
        code, "the operation \(operation) has no effect on \(target.isEmpty ? "INVALID" : target)", at: place,
        effect: "proxies run without the patch",
        hint: operation == "REPLACE" ? "use MERGE, or replace a filter or a virtual host" : "use MERGE")
}

private func relative(_ filter: Item, _ place: Node, isVersioned: Bool) -> Finding {
    if isVersioned {
        return filter.finding(
            .patchVersionDependent, .warning,
            "the patch stands relative to a filter that another patch brings for some versions only", at: place,
            effect: "proxies of other versions run without the patch, which an upgrade shows",
            hint: "set priority, or use INSERT_FIRST or ADD")
    }
    return filter.finding(
        .patchOrderUnsaid, .warning, "the patch stands relative to a filter, and the EnvoyFilter has no priority",
        at: place, effect: "proxies run without the patch when that filter comes later",
        hint: "set priority, or use INSERT_FIRST or ADD")
}
