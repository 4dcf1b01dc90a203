/// How findings can be told, by the names that `--output` and `--report` take.
package enum ReportFormat: String, CaseIterable, Sendable {
    case text, concise, json, jsonl, sarif, junit, tap, github, gitlab, azure, checkstyle, rdjson, markdown
}

/// The findings of a run in one of the formats. The same input gives the same bytes.
package func render(
    _ run: CheckedRun, as format: ReportFormat, in surroundings: ReportSurroundings
) -> String {
    switch format {
    case .text: TextReport(palette: surroundings.palette, source: surroundings.source).render(run, surroundings.tick)
    case .concise: ConciseReport.text(run, tick: surroundings.tick)
    case .json: JSONReport.text(run)
    case .jsonl: JSONLinesReport.text(run)
    case .sarif: SARIFReport(surroundings).text(run)
    case .junit: JUnitReport.text(run, failingOn: surroundings.failingOn)
    case .tap: TAPReport.text(run, failingOn: surroundings.failingOn)
    case .github: GitHubReport(surroundings).text(run)
    case .gitlab: GitLabReport(surroundings).text(run)
    case .azure: AzureReport(surroundings).text(run)
    case .checkstyle: CheckstyleReport(surroundings).text(run)
    case .rdjson: RDJSONReport(surroundings).text(run)
    case .markdown: MarkdownReport(surroundings).comment(run)
    }
}
