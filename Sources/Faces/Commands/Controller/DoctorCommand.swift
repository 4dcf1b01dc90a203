internal import ArgumentParser
internal import Foundation
internal import GitRepository
internal import KubeClient
internal import KubeTypes
internal import Reports
internal import Tree

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Say whether the controllers can run on a cluster.",
        discussion: """
            Looks at the machine, at the cluster's version and kinds, and asks the cluster whether this account may do \
            what the controllers do. It changes nothing. Exits 1 when something is missing.
            """)

    @OptionGroup var cluster: ClusterOptions

    func run() async throws {
        let lines = await facts().lines
        let palette = Terminal.palette(for: .output)
        for line in lines {
            let sign =
                switch line.grade {
                case .good: palette.good("✔")
                case .doubtful: palette.warning("⚠")
                case .bad: palette.error("✖")
                }
            Terminal.output("\(sign) \(line.text)\n" + (line.fix.map { "    fix: \($0)\n" } ?? ""))
        }
        if lines.contains(where: { $0.grade == .bad }) { throw ExitStatus.no }
    }

    private func facts() async -> Doctor {
        let git = await gitVersion()
        do {
            let client = try cluster.client()
            let version = try await client.serverVersion()
            let kinds = Set(try await client.resources().map(\.groupVersionKind.groupKind))
            var doctor = Doctor(git: git, server: .success(version), kinds: kinds)
            await ask(client, &doctor)
            return doctor
        } catch {
            return Doctor(git: git, server: .failure(Doctor.Failure(text: "\(error)")))
        }
    }

    /// Asks for each right that the roles of `install` give.
    private func ask(_ client: KubeClient, _ doctor: inout Doctor) async {
        let namespace = cluster.namespace ?? client.defaultNamespace
        var missing: [Doctor.Right] = []
        for (right, isOwn) in Installation.rights {
            do {
                doctor.rightsAsked += 1
                let may = try await client.mayI(
                    right.verb, right.group, right.resource, namespace: isOwn ? namespace : "")
                if !may { missing.append(right) }
            } catch {
                // Without the review nobody can tell.
                return
            }
        }
        doctor.missing = missing
    }
}
