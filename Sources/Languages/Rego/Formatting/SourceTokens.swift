/// A piece of a text as it is written, with the comments before it.
struct SourceToken: Sendable {
    var text: String
    var offset: Int
    var line: Int
    var endLine: Int
    var comments: [Comment]
    /// It stands on a later line than the token before it.
    var isOnNewLine: Bool
}

/// All tokens of a text, the last an empty one for its end. A template string is one token.
struct SourceTokens: Sendable {
    private(set) var all: [SourceToken] = []
    /// For each bracket the index of its partner.
    private(set) var partners: [Int: Int] = [:]

    init(_ text: String) throws(RegoError) {
        var lexer = Lexer(text)
        var open: [Int] = []
        while true {
            let commentsBefore = lexer.comments.count
            let token = try lexer.next()
            let comments = Array(lexer.comments[commentsBefore...])
            if case .templatePart(let isRaw, let isLast) = token.kind, !isLast { try lexer.skipTemplate(isRaw: isRaw) }
            let text = lexer.text(from: token.position.offset, to: lexer.offset)
            all.append(
                SourceToken(
                    text: text, offset: token.position.offset, line: token.position.line, endLine: lexer.position.line,
                    comments: comments, isOnNewLine: token.isOnNewLine))
            switch token.kind {
            case .end: return
            case .mark(.leftBrace), .mark(.leftBracket), .mark(.leftParenthesis): open.append(all.count - 1)
            case .mark(.rightBrace), .mark(.rightBracket), .mark(.rightParenthesis):
                guard let start = open.popLast() else { continue }
                partners[start] = all.count - 1
                partners[all.count - 1] = start
            default: break
            }
        }
    }

    // MARK: Comments that were written elsewhere

    mutating func removeFirstComment(of index: Int) { all[index].comments.removeFirst() }

    mutating func removeComments(of index: Int) { all[index].comments = [] }

    mutating func takeComments(from first: Int, to last: Int) -> [Comment] {
        let comments = all[first...last].flatMap(\.comments)
        for index in first...last { all[index].comments = [] }
        return comments
    }

    /// From the token up to the one at the place.
    mutating func removeComments(from first: Int, to place: Position) {
        for index in first...max(first, self.index(at: place)) { all[index].comments = [] }
    }

    /// The token that starts at or after the place.
    func index(at position: Position) -> Int {
        var low = 0
        var high = all.count - 1
        while low < high {
            let middle = (low + high) / 2
            if all[middle].offset < position.offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension Lexer {
    /// After the first part of a template, up to its end.
    fileprivate mutating func skipTemplate(isRaw: Bool) throws(RegoError) {
        var open = 0
        while true {
            let token = try next()
            switch token.kind {
            case .mark(.leftBrace): open += 1
            case .mark(.rightBrace) where open > 0: open -= 1
            case .mark(.rightBrace):
                let part = try nextTemplatePart(isRaw: isRaw)
                if case .templatePart(_, true) = part.kind { return }
            case .templatePart(let isInnerRaw, false): try skipTemplate(isRaw: isInnerRaw)
            case .end: return
            default: break
            }
        }
    }
}
