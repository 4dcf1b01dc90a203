internal import Diagnostics
internal import Rego
internal import Tree

/// The Rego of a template, compiled, with the places of its texts in the manifest.
struct TemplateSource: Sendable {
    private let modules: [Module]
    private let path: [RegoValue]
    /// Where each text begins, by the name of its module.
    private let places: [String: Place]

    /// - Parameters:
    ///   - rego: The text with the rule `violation`.
    ///   - libraries: Texts that it may import, with packages below `lib`.
    /// - Throws: what is wrong with the texts.
    init(_ rego: Node, _ libraries: [Node], _ version: RegoVersion, file: String) throws(Refused) {
        var modules: [Module] = []
        var places: [String: Place] = [:]
        var findings: [Finding] = []
        for (number, node) in ([rego] + libraries).enumerated() {
            let name = number == 0 ? file : "\(file)/libs[\(number - 1)]"
            places[name] = node.contentPlace
            do throws(RegoErrors) {
                modules.append(try Module(parsing: node.string ?? "", file: name, as: version))
            } catch {
                findings += error.all.map { Self.finding($0, places) }
            }
        }
        guard findings.isEmpty, let main = modules.first else { throw Refused(findings) }
        for library in modules.dropFirst() where library.package.first != "lib" {
            findings.append(
                Finding(
                    .templateUnusable,
                    "the package of a library is below lib, found \"\(library.package.joined(separator: "."))\"",
                    at: places[library.file] ?? .unknown))
        }
        guard findings.isEmpty else { throw Refused(findings) }
        self.modules = modules
        self.places = places
        path = (main.package + ["violation"]).map(RegoValue.string)
    }

    /// Ready for evaluation over an inventory.
    func program(inventory: RegoValue) throws(Refused) -> Program {
        do throws(RegoErrors) {
            let data = RegoValue.object(RegoObject([(.string("inventory"), inventory)]))
            let program = try Program(modules: modules, data: data)
            guard program.rules.contains(where: { $0.path == path && !$0.isFunction }) else {
                throw RegoErrors(
                    RegoError(
                        .compile, "the template has no rule violation", hint: "write `violation[{\"msg\": msg}] { … }`",
                        file: modules[0].file, at: modules[0].packagePosition))
            }
            return program
        } catch {
            throw Refused(error.all.map { Self.finding($0, places) })
        }
    }

    func reader(_ program: Program) -> RuleReader { program.reader(of: [path]) }

    /// The rules `violation`, in the order of their clauses.
    func clauses(_ program: Program) -> [Place] {
        program.rules.filter { $0.path == path && !$0.isDefault }.map { place($0.file, $0.position) }
    }

    func finding(_ error: RegoError) -> Finding { Self.finding(error, places) }

    func place(_ file: String, _ position: Position) -> Place {
        places[file].map { $0.below(position) } ?? position.place(in: file)
    }

    /// The line, with its place in the manifest.
    func line(_ line: PrintedLine) -> PrintedLine {
        let place = place(line.file, line.position)
        let position = Position(line: Int(place.line), column: Int(place.column), offset: 0)
        return PrintedLine(text: line.text, file: place.file.path, position: position)
    }

    private static func finding(_ error: RegoError, _ places: [String: Place]) -> Finding {
        var finding = error.finding
        if let place = error.file.flatMap({ places[$0] }) {
            finding.place = error.position.map(place.below) ?? place
        }
        return finding
    }
}

extension Node {
    /// Where the first line of a text stands: a block begins on the line after its `|`.
    fileprivate var contentPlace: Place {
        guard style == .literal || style == .folded, place.isKnown else { return place }
        return Place(file: place.file, line: Int(place.line) + 1, column: 1)
    }
}

extension Place {
    /// A position in the text that begins here. How far a block is indented is not known, so that only lines count.
    fileprivate func below(_ position: Position) -> Place {
        guard isKnown else { return self }
        return Place(file: file, line: Int(line) + position.line - 1, column: Int(column))
    }
}
