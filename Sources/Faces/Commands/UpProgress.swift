internal import ArgoCD
internal import Foundation
internal import KubeTypes
internal import Reports
internal import Synchronization
internal import Tree

/// What `up` says while it runs: on a terminal one live line for each application, elsewhere one line at each change.
final class UpProgress: Sendable {
    private struct Line: Equatable {
        var revision: String
        var sync: String
        var health: String
        var message: String
    }

    private struct State {
        var lines: [ObjectKey: Line] = [:]
        var drawn = 0
    }

    private let isLive = Terminal.isTerminal(.talk)
    private let palette = Terminal.palette(for: .talk)
    private let state = Mutex(State())

    func ready(_ url: String, kubeconfig: String, after time: Duration) {
        Terminal.talk("\(palette.good("✔")) cluster ready at \(url) in \(Self.text(time))\n")
        Terminal.talk("  export KUBECONFIG=\(kubeconfig)\n")
        Terminal.talk("  Ctrl-C stops it; the data stays.\n")
    }

    func show(_ application: Application) {
        let line = Self.line(application)
        state.withLock { state in
            guard state.lines[application.key] != line else { return }
            state.lines[application.key] = line
            if isLive {
                redraw(&state)
            } else {
                Terminal.talk("\(Self.clock()) \(text(application.key, line, width: 0))\n")
            }
        }
    }

    func ended() { Terminal.talk("\(isLive ? "\n" : "")stopped; \"mainstay up\" goes on from here\n") }

    // MARK: Drawing

    private func redraw(_ state: inout State) {
        // Up over what was drawn, and away with it.
        var output = state.drawn > 0 ? "\u{1B}[\(state.drawn)A\u{1B}[J" : ""
        let width = state.lines.keys.map(\.name.count).max() ?? 0
        var drawnLines = 0
        for (key, line) in state.lines.sorted(by: { $0.key < $1.key }) {
            for part in text(key, line, width: width).split(separator: "\n") {
                output += part + "\n"
                drawnLines += Terminal.height(of: part)
            }
        }
        state.drawn = drawnLines
        Terminal.talk(output)
    }

    private func text(_ key: ObjectKey, _ line: Line, width: Int) -> String {
        let name = key.name + String(repeating: " ", count: max(0, width - key.name.count))
        let isGood = line.sync == "Synced" && line.health == "Healthy"
        let sign = isGood ? palette.good("✔") : line.message.isEmpty ? "◌" : palette.error("✖")
        var text = "\(sign) \(name)  \(line.revision.prefix(7))  \(line.sync)  \(line.health)"
        if !line.message.isEmpty { text += "\n    \(line.message)" }
        return text
    }

    private static func line(_ application: Application) -> Line {
        let status = application.object.status
        let problems = (status["conditions"]?.elements ?? []).filter { $0["type"]?.string?.hasSuffix("Error") == true }
        return Line(
            revision: status[path: "sync", "revision"]?.string ?? "-",
            sync: status[path: "sync", "status"]?.string ?? "Unknown",
            health: status[path: "health", "status"]?.string ?? "Unknown",
            message: problems.compactMap { $0["message"]?.string }.joined(separator: "\n    "))
    }

    private static func clock() -> String {
        let text = Timestamp(seconds: Int(Date().timeIntervalSince1970)).description
        return String(text.dropFirst(11).prefix(8))
    }

    private static func text(_ time: Duration) -> String {
        let seconds = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
        return seconds < 1 ? "\(Int(seconds * 1000)) ms" : "\((seconds * 10).rounded() / 10) s"
    }
}
