package import Diagnostics
package import FileTree
package import Rego
internal import Tree

/// The text of a policy, and where it stands.
package struct PolicyText: Sendable, Hashable {
    package var file: String
    package var text: String

    package init(file: String, text: String) {
        self.file = file
        self.text = text
    }
}

/// Policies and the documents beside them, as files have them; nothing is parsed but the documents.
package struct PolicyFiles: Sendable {
    /// In the order of paths, each file once.
    package private(set) var texts: [PolicyText] = []
    /// What `data` holds beside rules.
    package private(set) var data: RegoObject = .empty
    /// What cannot be read.
    package private(set) var findings: [Finding] = []
    private var seen: Set<String> = []

    package init() {}

    package init(texts: [PolicyText], data: RegoObject = .empty) {
        self.texts = texts
        self.data = data
    }

    /// What is taken from folders; a file that is named is taken whatever it is.
    package struct Kinds: OptionSet, Sendable {
        package let rawValue: Int

        package init(rawValue: Int) { self.rawValue = rawValue }

        /// `*.rego`
        package static let policies = Kinds(rawValue: 1)
        /// `*.json`, `*.yaml`, `*.yml`
        package static let documents = Kinds(rawValue: 2)
        package static let all: Kinds = [.policies, .documents]
    }

    /// Reads a file, or a folder with all below it. A document lies in `data` at the path of its folder below the one that
    /// is named, as with `opa eval --data`: `roles.json` of the folder `teams/a` at `data.teams.a`.
    ///
    /// - Parameter prefix: Where in `data` the documents begin.
    package mutating func add(
        _ path: TreePath, in files: any FileTree, taking kinds: Kinds = .all, below prefix: [String] = []
    ) {
        switch files.entry(at: path) {
        case .directory: addFolder(path, in: files, kinds, prefix, above: [])
        case .file: addFile(path, in: files, prefix)
        case nil:
            let near = (try? files.names(in: path.parent)).flatMap { nearestName(to: path.lastComponent, among: $0) }
            findings.append(
                Finding(
                    .policyFile, "there is no file or folder \"\(path)\"", at: .unknown,
                    hint: near.map { "did you mean \"\(path.parent.appending($0))\"?" }))
        }
    }

    private mutating func addFolder(
        _ folder: TreePath, in files: any FileTree, _ kinds: Kinds, _ prefix: [String], above: [TreePath]
    ) {
        // A link to a folder above would go on for ever.
        guard let real = try? files.resolvingLinks(folder), !above.contains(real) else { return }
        let names: [String]
        do throws(FileTreeError) { names = try files.names(in: folder) } catch { return refuse(folder, "\(error)") }
        for name in names where !name.hasPrefix(".") {
            let path = folder.appending(name)
            if files.entry(at: path) == .directory {
                addFolder(path, in: files, kinds, prefix + [name], above: above + [real])
            } else if let kind = Self.kind(of: name), kinds.contains(kind) {
                addFile(path, in: files, prefix)
            }
        }
    }

    private static func kind(of name: String) -> Kinds? {
        if name.hasSuffix(".rego") { return .policies }
        return [".json", ".yaml", ".yml"].contains(where: name.hasSuffix) ? .documents : nil
    }

    private mutating func addFile(_ path: TreePath, in files: any FileTree, _ prefix: [String]) {
        guard seen.insert(path.text).inserted else { return }
        let bytes: [UInt8]
        do throws(FileTreeError) { bytes = try files.read(path) } catch { return refuse(path, "\(error)") }
        switch Self.kind(of: path.lastComponent) {
        case .documents: addDocument(bytes, path, prefix)
        default: addPolicy(bytes, path)
        }
    }

    private mutating func addPolicy(_ bytes: [UInt8], _ path: TreePath) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return refuse(path, "the file is no text: it has bytes that are not UTF-8")
        }
        texts.append(PolicyText(file: path.text, text: text))
    }

    // MARK: - Documents

    private mutating func addDocument(_ bytes: [UInt8], _ path: TreePath, _ prefix: [String]) {
        do throws(Refused) {
            guard let document = try document(bytes, path) else { return }
            var nested = document
            for name in prefix.reversed() { nested = .object(RegoObject([(.string(name), nested)])) }
            guard case .object(let members) = nested else {
                return refuse(
                    path, "expected an object, found \(document.typeName)",
                    hint: "only objects can lie at the top of `data`; put the file into a folder, or wrap the value")
            }
            data = try merged(data, members, path, at: [])
        } catch {
            findings += error.findings
        }
    }

    private func document(_ bytes: [UInt8], _ path: TreePath) throws(Refused) -> RegoValue? {
        let file = SourceFile(path.text)
        guard path.text.hasSuffix(".json") else {
            let documents = try YAMLReader.read(bytes, file: file).documents.filter { !$0.isNull }
            guard documents.count <= 1 else {
                throw Refused(
                    Finding(
                        .policyFile, "a file of data holds one document, found \(documents.count)",
                        at: documents[1].place, hint: "make a file of each"))
            }
            return documents.first.map { RegoValue($0) }
        }
        do throws(DocumentMistake) { return try RegoValue(json: bytes) } catch {
            throw Refused(
                Finding(
                    .policyFile, "this is no JSON: \(error.message)",
                    at: Place(file: file, line: error.line, column: error.column)))
        }
    }

    /// Both together. Two files cannot say what one path holds, unless both have an object there.
    private func merged(
        _ old: RegoObject, _ new: RegoObject, _ path: TreePath, at names: [String]
    ) throws(Refused) -> RegoObject {
        if old.isEmpty { return new }
        var result = old
        for (key, value) in zip(new.keys, new.values) {
            guard let before = result[key] else {
                result.set(key, to: value)
                continue
            }
            guard case .string(let name) = key else { continue }
            guard case .object(let before) = before, case .object(let value) = value else {
                throw Refused(
                    Finding(
                        .policyFile, "another file has data.\((names + [name]).joined(separator: ".")) already",
                        at: Place(file: SourceFile(path.text), line: 0, column: 0),
                        hint: "objects are merged, other values cannot be: keep the value in one of the files"))
            }
            result.set(key, to: .object(try merged(before, value, path, at: names + [name])))
        }
        return result
    }

    private mutating func refuse(_ path: TreePath, _ message: String, hint: String? = nil) {
        findings.append(
            Finding(.policyFile, message, at: Place(file: SourceFile(path.text), line: 0, column: 0), hint: hint))
    }
}
