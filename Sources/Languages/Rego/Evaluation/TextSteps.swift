/// What an undefined value prints as.
private let undefined = "<undefined>"

final class PrintStep: PlainStep {
    /// Each collects the values of one argument.
    let arguments: [any Step]
    let place: Site
    let next: Follower

    init(_ arguments: [any Step], _ place: Site, then next: any Step) {
        self.arguments = arguments
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        var lines = [""]
        for (index, argument) in arguments.enumerated() {
            let texts = try machine.texts(of: argument, place)
            let before = lines
            lines = []
            for line in before { for text in texts { lines.append(index == 0 ? text : line + " " + text) } }
            for line in lines { try machine.account(4 + line.utf8.count / 24, place) }
        }
        machine.builtins.printed += lines.map { PrintedLine(text: $0, file: place.file, position: place.position) }
        return true
    }
}

final class TemplateStep: PlainStep {
    enum Segment: Sendable {
        case text(String)
        case values(any Step)
    }

    let segments: [Segment]
    let slot: Int
    let place: Site
    let next: Follower

    init(_ segments: [Segment], to slot: Int, _ place: Site, then next: any Step) {
        self.segments = segments
        self.slot = slot
        self.place = place
        self.next = Follower(next)
    }

    func holds(_ machine: Machine) throws(RegoError) -> Bool {
        var text = ""
        for segment in segments {
            switch segment {
            case .text(let part): text += part
            case .values(let body):
                let texts = try machine.texts(of: body, place)
                guard texts.count == 1 else {
                    throw place.error(
                        .conflict, "template-strings must not produce multiple outputs",
                        hint: "the expression in braces has \(texts.count) values")
                }
                text += texts[0]
                try machine.account(texts[0].utf8.count / 24, place)
                try machine.spend(texts[0].utf8.count / 16, place)
            }
        }
        machine[slot] = .string(text)
        return true
    }
}

extension Machine {
    /// The values that a body collects, as they print; one text when there is none.
    fileprivate func texts(of body: any Step, _ place: Site) throws(RegoError) -> [String] {
        guard case .set(let set) = try collect(.set, body, place), !set.isEmpty else { return [undefined] }
        for value in set.elements { try spend(value.weight(upTo: limits.elements), place) }
        return set.elements.map { value in
            if case .string(let text) = value { return text }
            return value.display
        }
    }
}
