internal import CYaml
internal import Diagnostics

/// What libyaml sees in a text, one after the other.
enum YAMLEvent {
    struct Scalar {
        var text: String
        var place: Place
        var style: ScalarStyle
        var anchor: String?
        var tag: String?
    }

    struct Start {
        var place: Place
        var anchor: String?
        var tag: String?
    }

    case streamStart, streamEnd, documentStart, documentEnd
    case scalar(Scalar)
    case sequenceStart(Start), sequenceEnd
    case mappingStart(Start), mappingEnd
    case alias(String, Place)
}

/// libyaml's parser as a Swift object: it owns the C state and the text that the C state points into.
final class YAMLEvents {
    private let file: SourceFile
    private let text: UnsafeMutableBufferPointer<UInt8>
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    /// Where the last event started.
    private(set) var place: Place
    /// Where the last event stands in the text, counted in Unicode scalars.
    private(set) var extent = 0..<0
    /// A byte order mark is skipped before anything is counted.
    private let skipped: Int
    private let linesBefore: Int

    /// - Parameter linesBefore: Lines of the file before this text.
    init(_ bytes: [UInt8], file: SourceFile, linesBefore: Int = 0) {
        self.file = file
        self.linesBefore = linesBefore
        skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 1 : 0
        place = Place(file: file, line: 1, column: 1)
        text = .allocate(capacity: bytes.count)
        _ = text.initialize(from: bytes)
        parser = .allocate(capacity: 1)
        yaml_parser_initialize(parser)
        yaml_parser_set_input_string(parser, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
        text.deallocate()
    }

    /// Where the plain scalar starts, counted in Unicode scalars, that was refused for a colon in it; nil for other errors.
    var scalarWithColon: Int? {
        guard let problem = parser.pointee.problem, String(cString: problem) == "found unexpected ':'" else {
            return nil
        }
        return Int(parser.pointee.context_mark.index)
    }

    func next() throws(Refused) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
        defer { yaml_event_delete(&event) }
        place = Place(
            file: file, line: Int(event.start_mark.line) + linesBefore + 1, column: Int(event.start_mark.column) + 1)
        let start = Int(event.start_mark.index) + skipped
        extent = start..<max(start, Int(event.end_mark.index) + skipped)
        switch event.type {
        case YAML_STREAM_START_EVENT: return .streamStart
        case YAML_STREAM_END_EVENT: return .streamEnd
        case YAML_DOCUMENT_START_EVENT: return .documentStart
        case YAML_DOCUMENT_END_EVENT: return .documentEnd
        case YAML_SEQUENCE_END_EVENT: return .sequenceEnd
        case YAML_MAPPING_END_EVENT: return .mappingEnd
        case YAML_ALIAS_EVENT: return .alias(string(event.data.alias.anchor) ?? "", place)
        case YAML_SEQUENCE_START_EVENT:
            let start = event.data.sequence_start
            return .sequenceStart(.init(place: place, anchor: string(start.anchor), tag: string(start.tag)))
        case YAML_MAPPING_START_EVENT:
            let start = event.data.mapping_start
            return .mappingStart(.init(place: place, anchor: string(start.anchor), tag: string(start.tag)))
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let bytes = UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length))
            return .scalar(
                .init(
                    text: String(decoding: bytes, as: UTF8.self), place: place, style: ScalarStyle(scalar.style),
                    anchor: string(scalar.anchor), tag: string(scalar.tag)))
        default: throw Refused(Finding(.yamlSyntax, "the text ends in the middle", at: place))
        }
    }

    private func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }

    private func syntaxError() -> Refused {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "the text is not YAML"
        guard parser.pointee.error != YAML_READER_ERROR else {
            return Refused(Finding(.yamlSyntax, "\(problem) at byte \(parser.pointee.problem_offset)", at: place))
        }
        // libyaml has a limit of its own, which it meets before any event of the innermost levels.
        if problem.contains("nest") {
            return Refused(
                Finding(.textTooLarge, "the text nests too deep", at: Place(file: file, mark: parser.pointee.mark)))
        }
        var finding = Finding(.yamlSyntax, problem, at: Place(file: file, mark: parser.pointee.problem_mark))
        if let context = parser.pointee.context {
            finding.related = [
                RelatedPlace(String(cString: context), at: Place(file: file, mark: parser.pointee.context_mark))
            ]
        }
        return Refused(finding)
    }
}

extension Place {
    fileprivate init(file: SourceFile, mark: yaml_mark_t) {
        self.init(file: file, line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }
}

extension ScalarStyle {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
