internal import KubeTypes

/// What `doctor` has learnt of a machine and a cluster, and what it says to that.
struct Doctor {
    enum Grade: Equatable { case good, doubtful, bad }

    /// One line of the answer.
    struct Line: Equatable {
        var grade: Grade
        var text: String
        var fix: String?
    }

    struct Right: Hashable {
        var verb: String
        var group: String
        var resource: String

        var text: String { "\(verb) \(resource)" + (group.isEmpty ? "" : ".\(group)") }
    }

    /// As `git --version` says it; nil when there is no git.
    var git: String?
    /// As the server says it, or why it does not.
    var server: Result<String, Failure>
    var kinds: Set<GroupKind> = []
    /// The rights that are missing; nil when the cluster does not tell.
    var missing: [Right]?
    /// Whether rights were asked for.
    var rightsAsked = 0

    struct Failure: Error, Equatable { var text: String }

    var lines: [Line] {
        var lines = [gitLine, serverLine]
        guard case .success = server else { return lines }
        lines += [applicationLine, leaseLine, istioLine]
        lines += rightLines
        return lines
    }

    private var gitLine: Line {
        guard let git else {
            return Line(
                grade: .bad, text: "there is no program git", fix: "install git: repositories are fetched with it")
        }
        return Line(grade: .good, text: git)
    }

    /// Kubernetes serves what is used here, the Lease and server-side apply, since 1.22.
    private var serverLine: Line {
        switch server {
        case .failure(let failure):
            return Line(grade: .bad, text: failure.text, fix: "check the kubeconfig and the context")
        case .success(let version):
            let numbers = version.drop { !$0.isNumber }.split { !$0.isNumber }.prefix(2).compactMap { Int($0) }
            guard numbers.count == 2 else {
                return Line(grade: .doubtful, text: "the cluster says it has the version \"\(version)\"")
            }
            let isOld = (numbers[0], numbers[1]) < (1, 22)
            return Line(
                grade: isOld ? .bad : .good, text: "Kubernetes \(version)",
                fix: isOld ? "update the cluster to 1.22 or later" : nil)
        }
    }

    private var applicationLine: Line {
        kinds.contains(GroupKind(group: "argoproj.io", kind: "Application"))
            ? Line(grade: .good, text: "the cluster knows Applications")
            : Line(
                grade: .bad, text: "the cluster does not know Applications",
                fix: "mainstay install --image IMAGE | kubectl apply --server-side -f -")
    }

    private var leaseLine: Line {
        kinds.contains(GroupKind(group: "coordination.k8s.io", kind: "Lease"))
            ? Line(grade: .good, text: "replicas can choose a leader")
            : Line(
                grade: .bad, text: "the cluster has no Leases, so replicas cannot choose a leader",
                fix: "run one replica with --no-leader-elect")
    }

    private var istioLine: Line {
        let istio = kinds.filter { $0.group.hasSuffix(".istio.io") }
        return istio.isEmpty
            ? Line(grade: .doubtful, text: "the cluster knows no kind of Istio", fix: "install Istio's definitions")
            : Line(grade: .good, text: "the cluster knows \(istio.count) kinds of Istio")
    }

    private var rightLines: [Line] {
        guard let missing else {
            return [Line(grade: .doubtful, text: "the cluster does not say what this account may do")]
        }
        if missing.isEmpty { return [Line(grade: .good, text: "all \(rightsAsked) rights are there")] }
        return missing.map {
            Line(
                grade: .bad, text: "this account may not \($0.text)",
                fix: "apply the roles that mainstay install prints, and bind them to it")
        }
    }
}
