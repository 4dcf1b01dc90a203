package import Diagnostics

/// Reads catalogues of kinds in our own compact notation, one line a field:
///
///     shape Duration string maxLength=20
///
///     kind mesh.example Route routes short=rt categories=mesh
///       version v1 storage status
///       version v1beta1 status deprecated
///       version v1alpha1 dropped="…"       known, but served no longer (what to write, if more than the version)
///       column Hosts string .spec.hosts
///       schema object
///         spec! object                      `!`: must be there
///           hosts [string minLength=1] maxItems=8
///           labels {string}                 an object with any keys
///           ports [object] list=map(number) what stands below belongs to each item
///             number! integer min=1 max=65535
///             @rule "self.number != 99" "not this one"
///             @whole @rule "…"              but this to the list itself
///           timeout Duration                a shape, named above or below
///           @atMostOne hosts labels
///
/// After the type come words: `nullable`, `keep` (unknown fields stay), `embedded`, `unique`, `min= max= above= below=`,
/// `empty=JSON` (stands there before anybody writes it),
/// `multipleOf=`, `minLength=` and so on, `pattern="…"`, `format=`, `enum=A|B`, `default=…`, `list=atomic|set|map(keys)`,
/// `map=atomic`, `dropped="…"` for a field that current releases do not have (what to do instead), and for strategic merge patches `merge`, `merge=key`, `retainKeys`.
struct CompactNotation {
    let text: CompactText
    let origin: SourceFile
    /// Shapes read so far, and those of other catalogues.
    var shapes: [String: Schema]
    private var shapeLines: [String: Int] = [:]
    private var openShapes: Set<String> = []

    private init(_ text: String, origin: String, shapes: [String: Schema]) {
        self.text = CompactText(text)
        self.origin = SourceFile(origin)
        self.shapes = shapes
    }

    /// - Throws: `Refused` with the line that cannot be read.
    static func read(
        _ text: String, origin: String, isBuiltIn: Bool, shapes: [String: Schema] = [:]
    ) throws(Refused) -> Catalogue {
        var reader = CompactNotation(text, origin: origin, shapes: shapes)
        return try reader.catalogue(isBuiltIn: isBuiltIn)
    }

    private mutating func catalogue(isBuiltIn: Bool) throws(Refused) -> Catalogue {
        var definitions: [ResourceDefinition] = []
        let tops = children(from: 0, level: 0)
        for index in tops where word(index, 0) == "shape" {
            guard let name = word(index, 1) else { throw refusal("a shape needs a name and a type", at: index) }
            shapeLines[name] = index
            // A shape of this text goes before one of the same name from another.
            shapes[name] = nil
        }
        for index in tops {
            switch word(index, 0) {
            case "shape": _ = try shape(word(index, 1) ?? "", usedAt: index)
            case "kind": definitions.append(try definition(at: index, isBuiltIn: isBuiltIn))
            default: throw refusal("expected \"kind\" or \"shape\"", at: index)
            }
        }
        return Catalogue(definitions: definitions, shapes: shapes)
    }

    /// The schema of a named shape, read at its first use.
    mutating func shape(_ name: String, usedAt user: Int) throws(Refused) -> Schema {
        if let known = shapes[name] { return known }
        guard let index = shapeLines[name] else {
            let nearest = nearestName(to: name, among: shapeLines.keys).map { ", did you mean \"\($0)\"" } ?? ""
            throw refusal("there is no shape \"\(name)\"\(nearest)", at: user)
        }
        guard openShapes.insert(name).inserted else { throw refusal("the shape \"\(name)\" holds itself", at: user) }
        let schema = try schema(ofLine: index, typeWord: 2)
        openShapes.remove(name)
        shapes[name] = schema
        return schema
    }

    // MARK: Lines

    /// The lines right below the line `index`.
    func children(of index: Int) -> [Int] { children(from: index + 1, level: text.lines[index].level + 1) }

    private func children(from start: Int, level: Int) -> [Int] {
        var found: [Int] = []
        var index = start
        while index < text.lines.count, text.lines[index].level >= level {
            if text.lines[index].level == level { found.append(index) }
            index += 1
        }
        return found
    }

    /// The word at a position of a line, or nil.
    func word(_ line: Int, _ position: Int) -> String? {
        let words = text.lines[line].words
        return position < words.count ? text.text(words[position]) : nil
    }

    func refusal(_ message: String, at line: Int) -> Refused {
        let number = text.lines.indices.contains(line) ? text.lines[line].number : 0
        return Refused(Finding(.compactNotation, message, at: Place(file: origin, line: number, column: 1)))
    }
}

extension Schema {
    /// The schema of a named shape in a text in compact notation, for documents that are no Kubernetes kind.
    ///
    /// - Throws: `Refused` with the line that cannot be read.
    package static func shape(_ name: String, of text: String, origin: String) throws(Refused) -> Schema {
        let catalogue = try CompactNotation.read(text, origin: origin, isBuiltIn: false)
        if let schema = catalogue.shape(name) { return schema }
        let start = Place(file: SourceFile(origin), line: 1, column: 1)
        throw Refused(Finding(.compactNotation, "there is no shape \"\(name)\"", at: start))
    }
}
