internal import Diagnostics
internal import Tree

/// A comment `# METADATA` and the comment lines right below it, which are YAML.
struct MetadataBlock {
    let start: Position
    private let lines: [Comment]

    /// The blocks among a file's comments.
    static func all(in comments: [Comment]) -> [MetadataBlock] {
        var blocks: [MetadataBlock] = []
        var index = 0
        while index < comments.count {
            let first = comments[index]
            index += 1
            guard starts(with: first) else { continue }
            let below = index
            while index < comments.count, comments[index].position.column == 1,
                comments[index].position.line == comments[index - 1].position.line + 1
            {
                index += 1
            }
            blocks.append(MetadataBlock(start: first.position, lines: Array(comments[below..<index])))
        }
        return blocks
    }

    static func starts(with comment: Comment) -> Bool {
        comment.text.drop { $0 == " " || $0 == "\t" }.hasPrefix("METADATA")
    }

    private init(start: Position, lines: [Comment]) {
        self.start = start
        self.lines = lines
    }

    /// - Throws: an error at the line of the comment that is wrong.
    func read() throws(RegoError) -> Node {
        let text = lines.map { ($0.text.hasPrefix(" ") ? String($0.text.dropFirst()) : $0.text) + "\n" }.joined()
        do {
            let documents = try YAMLReader.read(text).documents
            guard let first = documents.first, !first.isNull else {
                throw RegoError(
                    .parse, "the METADATA block is empty",
                    hint: "write `# title: …` right below it, at the start of the line",
                    at: start)
            }
            guard first.mapping != nil else {
                throw RegoError(
                    .parse, "the METADATA block is no mapping", hint: "write `# title: …`",
                    at: position(of: first.place))
            }
            return first
        } catch let error as RegoError {
            throw error
        } catch let refused as Refused {
            let finding = refused.findings.first
            throw RegoError(
                .parse, "the METADATA block is not YAML: \(finding?.message ?? "")", hint: finding?.hint,
                at: finding.map { position(of: $0.place) } ?? start)
        } catch {
            throw RegoError(.parse, "the METADATA block cannot be read", at: start)
        }
    }

    /// Where in the policy a place of the YAML stands.
    func position(of place: Place) -> Position {
        guard place.isKnown, !lines.isEmpty else { return start }
        let index = min(Int(place.line), lines.count) - 1
        var position = lines[index].position
        let margin = lines[index].text.hasPrefix(" ") ? 2 : 1
        position.column += margin + Int(place.column) - 1
        position.offset += margin + Int(place.column) - 1
        return position
    }
}
