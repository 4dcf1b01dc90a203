internal import Diagnostics
internal import Foundation
internal import Lint
internal import Synchronization

/// Where the configuration of `mainstay lint` comes from.
enum LintConfigurationFile {
    static let names = [".yamllint", ".yamllint.yaml", ".yamllint.yml"]

    /// - Throws: What is wrong in it, with its place.
    static func configuration(
        file: String?, data: String?, reading contents: @escaping @Sendable (String) -> [UInt8]? = contents
    ) throws -> LintConfiguration {
        if let data {
            // A word is the name of a configuration.
            let text = data.isEmpty || data.contains(":") ? data : "extends: \(data)"
            return try LintConfiguration.read(Array(text.utf8), file: "-d", reading: contents)
        }
        guard let file = file ?? found() else { return .default }
        guard let bytes = contents(file) else { throw CommandError("there is no configuration \"\(file)\"") }
        return try LintConfiguration.read(bytes, file: file, reading: contents)
    }

    /// The configuration of a check of manifests: the one that is named, the one in the folder that is checked, the one that
    /// yamllint would find, or a tolerant one that minds neither missing starts of documents nor long lines.
    ///
    /// - Returns: with the texts of all files that it comes from.
    static func manifestConfiguration(
        _ named: String?, beside folder: String?
    ) throws -> (configuration: LintConfiguration, texts: [String]) {
        let named = named ?? folder.flatMap { folder in names.map { "\(folder)/\($0)" }.first(where: isFile) }
        if let named, ["default", "relaxed"].contains(named) {
            return (try configuration(file: nil, data: named), [named])
        }
        if named == nil, found() == nil {
            return (try configuration(file: nil, data: "{extends: relaxed, rules: {line-length: disable}}"), [])
        }
        let texts = Mutex<[String]>([])
        let configuration = try configuration(file: named, data: nil) { path in
            let bytes = contents(path)
            texts.withLock { $0.append(path + ":" + String(decoding: bytes ?? [], as: UTF8.self)) }
            return bytes
        }
        return (configuration, texts.withLock { $0 })
    }

    /// Here, in the folders above up to the user's own, where a variable says, in the user's settings.
    private static func found() -> String? {
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? NSHomeDirectory()
        let here = FileManager.default.currentDirectoryPath
        var folder = here
        while true {
            for name in names where isFile(folder + "/" + name) { return folder == here ? name : folder + "/" + name }
            guard folder != home, folder != "/", !folder.isEmpty else { break }
            folder = URL(fileURLWithPath: folder).deletingLastPathComponent().path
        }
        if let file = environment["YAMLLINT_CONFIG_FILE"] {
            // As yamllint has it: where the variable names nothing, the user's settings are not asked either.
            let path = NSString(string: file).expandingTildeInPath
            return isFile(path) ? path : nil
        }
        let settings = environment["XDG_CONFIG_HOME"] ?? home + "/.config"
        let file = settings + "/yamllint/config"
        return isFile(file) ? file : nil
    }

    private static func isFile(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
    }

    @Sendable private static func contents(_ path: String) -> [UInt8]? {
        isFile(path) ? FileManager.default.contents(atPath: path).map { Array($0) } : nil
    }
}
