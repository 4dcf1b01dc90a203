package import Telemetry

/// What a controller measures of its queue and its work, under the names that dashboards of Kubernetes controllers know.
package struct ControllerMetrics: Sendable {
    private let registry: MetricRegistry
    private let name: String

    /// - Parameter name: Of the controller, in lower case: `application`.
    package init(_ registry: MetricRegistry, name: String) {
        self.registry = registry
        self.name = name
    }

    private static let adds = MetricFamily("workqueue_adds_total", .counter, "Keys that were put into the queue.")
    private static let depth = MetricFamily("workqueue_depth", .gauge, "Keys that wait in the queue.")
    private static let retries = MetricFamily(
        "workqueue_retries_total", .counter, "Keys that were put back after a failure.")
    private static let work = MetricFamily(
        "workqueue_work_duration_seconds", .histogram, "How long the work on a key took.")
    private static let reconciles = MetricFamily(
        "controller_runtime_reconcile_total", .counter, "Reconciliations by their result.")
    private static let errors = MetricFamily(
        "controller_runtime_reconcile_errors_total", .counter, "Reconciliations that failed.")
    private static let time = MetricFamily(
        "controller_runtime_reconcile_time_seconds", .histogram, "How long a reconciliation took.")

    private var queue: MetricRegistry.Labels { [("name", name)] }
    private var controller: MetricRegistry.Labels { [("controller", name)] }

    func added(depth: Int) {
        registry.add(to: Self.adds, queue)
        registry.set(Double(depth), of: Self.depth, queue)
    }

    func finished(_ outcome: Outcome, after time: Duration, depth: Int) {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        registry.set(Double(depth), of: Self.depth, queue)
        registry.observe(seconds, in: Self.work, queue)
        registry.observe(seconds, in: Self.time, controller)
        let result: String
        switch outcome {
        case .done(recheck: nil), .stalled: result = "success"
        case .done, .waiting: result = "requeue_after"
        case .failed:
            result = "error"
            registry.add(to: Self.errors, controller)
            registry.add(to: Self.retries, queue)
        }
        registry.add(to: Self.reconciles, controller + [("result", result)])
    }
}
