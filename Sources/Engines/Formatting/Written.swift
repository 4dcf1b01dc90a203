/// A YAML text as it is written: what it says, and what stands beside that for people.
struct WrittenStream {
    var documents: [WrittenDocument] = []
    /// What stands behind the last document.
    var tail: [Remark] = []
}

struct WrittenDocument {
    /// What stands before `---`.
    var before: [Remark] = []
    /// Lines that begin with `%`.
    var directives: [String] = []
    /// Whether `---` begins it.
    var isMarked = false
    /// What stands above its first line; it speaks of the document, wherever that line goes.
    var head: [Remark] = []
    var root = WrittenNode()
    /// Whether `...` ends it.
    var isEnded = false
    /// The comment behind `...`.
    var endComment: EndComment?
}

/// What stands in lines of its own: a comment, or an empty line.
enum Remark {
    case blank
    /// From its `#` on, and the column where it stood, from 0.
    case comment(String, column: Int)

    var isBlank: Bool { if case .blank = self { true } else { false } }
}

/// A comment behind something in its line, and how many blanks part the two.
struct EndComment {
    var text: String
    var blanks: Int
}

struct WrittenNode {
    enum Content {
        case empty
        /// An alias or a scalar that needs no lines of its own for what it means.
        case scalar([String], isDoubleQuoted: Bool)
        case block(BlockText)
        case flow([FlowPiece])
        case sequence([WrittenItem], tail: [Remark])
        case mapping([WrittenPair], tail: [Remark])
    }

    /// Anchor and tag, in their order.
    var properties: [String] = []
    var content = Content.empty
    /// Behind the sign that announces the node.
    var headComment: EndComment?
    /// Between that sign and the node; for blocks it belongs to their first entry.
    var lead: [Remark] = []
    /// Behind the node.
    var endComment: EndComment?
    /// Whether the node begins a line.
    var beginsLine = false

    var isBlockCollection: Bool {
        switch content {
        case .sequence, .mapping: true
        default: false
        }
    }

    var isEmpty: Bool { if case .empty = content { properties.isEmpty } else { false } }
}

struct WrittenItem {
    var lead: [Remark]
    var value: WrittenNode
}

struct WrittenPair {
    var lead: [Remark]
    /// Whether `?` announces the key.
    var isExplicit: Bool
    var key: WrittenNode
    /// Nil where an explicit key has no `:` after it.
    var value: WrittenNode?
}

/// A scalar that begins with `|` or `>`.
struct BlockText {
    /// The first line, with its comment.
    var header: String
    /// How far the text stands to the right of its surroundings, where the header says it.
    var increment: Int?
    /// The lines without their margin.
    var lines: [String]
}

/// A piece of a flow collection.
enum FlowPiece {
    case open(String), close(String), comma
    /// Whether the next sign follows at once: readers differ on what a colon means there.
    case colon(isTight: Bool)
    /// A scalar or an alias, line by line.
    case scalar([String], isDoubleQuoted: Bool, isAlias: Bool)
    case property(String)
    case questionMark
    case lineBreak
    case comment(EndComment, isAlone: Bool)
}
