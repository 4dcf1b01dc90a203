internal import Foundation

/// The user's folder for what can be made or fetched again, where the XDG base directory specification puts it.
enum UserCache {
    static let folder: String = {
        let environment = ProcessInfo.processInfo.environment
        let named = environment["XDG_CACHE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil }
        return (named ?? (environment["HOME"] ?? NSTemporaryDirectory()) + "/.cache") + "/mainstay"
    }()

    /// Removes the files of a folder that were written longest ago, until `count` are left.
    static func shrink(_ folder: String, to count: Int) {
        let keys: [URLResourceKey] = [.contentModificationDateKey]
        let files = try? FileManager.default.contentsOfDirectory(
            at: URL(fileURLWithPath: folder), includingPropertiesForKeys: keys)
        guard let files, files.count > count else { return }
        let dated = files.map { file in
            (file, (try? file.resourceValues(forKeys: Set(keys)).contentModificationDate) ?? .distantPast)
        }
        for (file, _) in dated.sorted(by: { $0.1 > $1.1 }).dropFirst(count) {
            try? FileManager.default.removeItem(at: file)
        }
    }
}
