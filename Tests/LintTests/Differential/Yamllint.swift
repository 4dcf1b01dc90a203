import Foundation

/// The installed yamllint, asked as a program: many files in one process.
struct Yamllint {
    private let program: String
    private let folder: URL

    /// Nil where there is none. `MAINSTAY_YAMLLINT` names one that is not on the path.
    init?() {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/yamllint" }
        let candidates = [environment["MAINSTAY_YAMLLINT"]].compactMap { $0 } + folders
        guard let program = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
            return nil
        }
        self.program = program
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("lint-\(UUID().uuidString)")
        guard (try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)) != nil else {
            return nil
        }
    }

    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// What it says about each text, as lines without the name of the file; nil where it fails.
    func answers(_ texts: [String], _ question: Question) throws -> [[String]?] {
        guard !texts.isEmpty else { return [] }
        let names = zip(texts.indices, texts).map { "\($0)/\(question.name(of: $1))" }
        for (name, text) in zip(names, texts) {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(question.bytes(of: text)).write(to: file)
        }
        try Data(question.configuration.utf8).write(to: folder.appendingPathComponent("conf"))
        guard let output = try run(["-f", "parsable", "-c", "conf"] + names) else {
            guard texts.count > 1 else { return [nil] }
            let half = texts.count / 2
            return try answers(Array(texts[..<half]), question) + answers(Array(texts[half...]), question)
        }
        return Self.split(output, count: texts.count)
    }

    /// Nil when it ended with an error of its own.
    private func run(_ arguments: [String]) throws -> String? {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), folder.appendingPathComponent("errors"))
        try Data().write(to: errors)
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard (try Data(contentsOf: errors)).isEmpty else { return nil }
        return String(decoding: data, as: UTF8.self)
    }

    /// A message may hold line breaks; its further lines belong to it.
    static func split(_ output: String, count: Int) -> [[String]] {
        var answers = Array(repeating: [String](), count: count)
        var last: Int?
        for line in output.split(separator: "\n") {
            if let match = line.prefixMatch(of: /([0-9]+)\/(even|odd)\.yaml:/), let index = Int(match.output.1),
                index < count
            {
                answers[index].append(String(line[match.range.upperBound...]))
                last = index
            } else if let last, let text = answers[last].popLast() {
                answers[last].append(text + "\n" + line)
            }
        }
        return answers
    }
}
