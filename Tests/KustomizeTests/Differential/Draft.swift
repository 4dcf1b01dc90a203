/// A YAML value together with how it is written, so that a test can make it, write it and make it smaller.
indirect enum Draft: Equatable {
    enum Style: CaseIterable, Equatable { case plain, single, double, literal, folded }

    /// A string.
    case text(String, Style)
    /// A scalar as it stands in the file; its further lines are written below its key.
    case raw(String)
    case list([Entry], isFlow: Bool = false)
    case map([Entry], isFlow: Bool = false)
    /// Documents in a block of text, as inline patches are.
    case embedded([Draft])

    /// An element of a list, or, with a key, of a map.
    struct Entry: Equatable {
        var key: String?
        var value: Draft
        /// Comments on lines of their own before it.
        var above: [String] = []
        /// A comment at the end of its line.
        var behind: String?
        /// `&name`, `!!str` or the like.
        var properties = ""

        init(_ key: String? = nil, _ value: Draft) {
            self.key = key
            self.value = value
        }
    }

    static func map(_ pairs: KeyValuePairs<String, Draft?>) -> Draft {
        .map(pairs.compactMap { key, value in value.map { Entry(key, $0) } })
    }

    static func list(_ elements: [Draft]) -> Draft { .list(elements.map { Entry(nil, $0) }) }
    static func texts(_ elements: [String]) -> Draft { .list(elements.map { .text($0, .plain) }) }
}

extension Draft: ExpressibleByStringLiteral {
    init(stringLiteral text: String) { self = .text(text, .plain) }
}

extension Draft {
    var entries: [Entry] {
        switch self {
        case .list(let entries, _), .map(let entries, _): entries
        default: []
        }
    }

    var elements: [Draft] { if case .list(let entries, _) = self { entries.map(\.value) } else { [] } }

    var text: String? {
        switch self {
        case .text(let text, _): text
        case .raw(let text): text
        default: nil
        }
    }

    var isMap: Bool { if case .map = self { true } else { false } }
    var isList: Bool { if case .list = self { true } else { false } }
    var isScalar: Bool { !isMap && !isList }

    subscript(key: String) -> Draft? {
        get { entries.first { $0.key == key }?.value }
        set {
            guard case .map(var entries, let isFlow) = self else { return }
            let index = entries.firstIndex { $0.key == key }
            switch (index, newValue) {
            case (let index?, let value?): entries[index].value = value
            case (let index?, nil): entries.remove(at: index)
            case (nil, let value?): entries.append(Entry(key, value))
            case (nil, nil): break
            }
            self = .map(entries, isFlow: isFlow)
        }
    }

    func at(_ keys: String...) -> Draft? {
        keys.reduce(self as Draft?) { $0?[$1] }
    }

    /// The same value with other entries.
    func with(_ entries: [Entry]) -> Draft {
        switch self {
        case .list(_, let isFlow): .list(entries, isFlow: isFlow)
        case .map(_, let isFlow): .map(entries, isFlow: isFlow)
        default: self
        }
    }
}
