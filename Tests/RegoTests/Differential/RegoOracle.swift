import Foundation

/// Another engine: rego-cpp, as the Python package regopy has it.
struct RegoOracle {
    enum Answer: Equatable {
        /// The value of `data.test` as JSON.
        case value(String)
        case refused(String)
        /// It broke down.
        case none
    }

    private static let script = """
        import json, sys
        from regopy import Interpreter
        for line in sys.stdin:
            case = json.loads(line)
            try:
                one = Interpreter()
                one.add_module("test.rego", case["module"])
                one.set_input(case["input"])
                out = one.query("data.test")
                text = str(out)
                found = json.loads(text)
                answer = {"value": found["expressions"][0]} if found.get("expressions") else {"refused": text}
            except json.JSONDecodeError:
                answer = {}
            except Exception as error:
                answer = {"refused": str(error)}
            print("answer " + json.dumps(answer), flush=True)
        """

    private static let python: URL? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { "\($0)/python3" }.first(where: FileManager.default.isExecutableFile)
            .map { URL(filePath: $0) }
    }()

    /// Nil where there is no Python, or no regopy.
    init?() {
        guard let result = try? Self.run(["-c", "import regopy"], input: Data()), result.status == 0 else { return nil }
    }

    /// Answers in the order of the policies; one that breaks the oracle down has none.
    func answers(_ policies: [RandomPolicy]) throws -> [Answer] {
        var answers: [Answer] = []
        while answers.count < policies.count {
            let lines = try policies.dropFirst(answers.count).map { policy -> Data in
                let input = try JSONSerialization.jsonObject(with: Data(policy.inputText.utf8))
                let line: [String: Any] = ["module": policy.module, "input": input]
                return try JSONSerialization.data(withJSONObject: line) + Data("\n".utf8)
            }
            let result = try Self.run(["-c", Self.script], input: Data(lines.joined()))
            // The engine writes to standard output, too.
            let found = String(decoding: result.output, as: UTF8.self).split(separator: "\n")
                .filter { $0.hasPrefix("answer ") }
            answers += try found.map { try Self.answer(String($0.dropFirst("answer ".count))) }
            if answers.count < policies.count { answers.append(.none) }
        }
        return answers
    }

    private static func answer(_ line: String) throws -> Answer {
        let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        if let words = answer?["refused"] as? String { return .refused(words) }
        guard let value = answer?["value"] else { return .none }
        let data = try JSONSerialization.data(withJSONObject: value, options: [.sortedKeys, .fragmentsAllowed])
        return .value(String(decoding: data, as: UTF8.self))
    }

    private static func run(_ arguments: [String], input: Data) throws -> (status: Int32, output: Data) {
        guard let python else { return (1, Data()) }
        let folder = FileManager.default.temporaryDirectory.appending(path: "regopy-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let (inputFile, outputFile) = (folder.appending(path: "in"), folder.appending(path: "out"))
        try input.write(to: inputFile)
        try Data().write(to: outputFile)
        let process = Process()
        process.executableURL = python
        process.arguments = arguments
        process.standardInput = try FileHandle(forReadingFrom: inputFile)
        process.standardOutput = try FileHandle(forWritingTo: outputFile)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return (process.terminationStatus, try Data(contentsOf: outputFile))
    }
}
