internal import Foundation
internal import Lint

/// Which files `mainstay lint` looks at.
enum LintFiles {
    /// Files as they are named; of folders those that the configuration takes for YAML, in the order of their names,
    /// a folder's own before those of its folders. Links to folders are not followed.
    static func files(_ paths: [String], _ configuration: LintConfiguration) throws -> [String] {
        var files: [String] = []
        for path in paths {
            var isFolder: ObjCBool = false
            if path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
                files += try folder(path, configuration)
            } else if path == "-" || configuration.ignore?.match(path) != true {
                files.append(path)
            }
        }
        return files
    }

    private static func folder(_ path: String, _ configuration: LintConfiguration) throws -> [String] {
        let names: [String]
        do { names = try FileManager.default.contentsOfDirectory(atPath: path) } catch {
            throw CommandError("the folder \"\(path)\" cannot be read")
        }
        var (files, folders): ([String], [String]) = ([], [])
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            let inner = path.hasSuffix("/") ? path + name : path + "/" + name
            let type = try? FileManager.default.attributesOfItem(atPath: inner)[.type] as? FileAttributeType
            if type == .typeDirectory {
                folders.append(inner)
            } else if !(type == .typeSymbolicLink && isFolder(inner)), configuration.yamlFiles.match(inner),
                configuration.ignore?.match(inner) != true
            {
                files.append(inner)
            }
        }
        return try files + folders.flatMap { try folder($0, configuration) }
    }

    private static func isFolder(_ path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
    }
}
