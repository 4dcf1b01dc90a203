internal import Dispatch
internal import Foundation
internal import Synchronization
internal import Validation

/// Says on a terminal what a run is about, once it takes more than a second. Nothing is drawn elsewhere.
final class GateProgress: Sendable {
    private struct State {
        var station: String?
        var isDrawn = false
    }

    private let state = Mutex(State())
    // Cancelling is safe from any thread; the type only does not say so.
    nonisolated(unsafe) private let timer: (any DispatchSourceTimer)?

    init() {
        guard Terminal.isTerminal(.talk) else {
            timer = nil
            return
        }
        let start = ContinuousClock.now
        let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "mainstay.progress"))
        self.timer = timer
        timer.schedule(deadline: .now() + 1, repeating: 0.2)
        timer.setEventHandler { [weak self] in self?.draw(after: ContinuousClock.now - start) }
        timer.resume()
    }

    func note(_ station: Station) { state.withLock { $0.station = station.rawValue } }

    private func draw(after time: Duration) {
        state.withLock { state in
            guard let station = state.station else { return }
            state.isDrawn = true
            Terminal.talk("\r\u{1B}[K◌ \(station), \(time.components.seconds) s")
        }
    }

    /// To be called when results are about to be printed.
    func end() {
        timer?.cancel()
        state.withLock { state in
            if state.isDrawn { Terminal.talk("\r\u{1B}[K") }
            state = State()
        }
    }
}
