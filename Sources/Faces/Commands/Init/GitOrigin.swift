internal import Foundation

/// Where the repository around a folder comes from.
enum GitOrigin {
    /// The address of the remote `origin`, without a password; nil where there is none.
    static func address(of folder: String) -> String? {
        var place = URL(fileURLWithPath: folder).standardizedFileURL
        while true {
            let file = place.appendingPathComponent(".git/config").path
            if let data = FileManager.default.contents(atPath: file) {
                return address(inSettings: String(decoding: data, as: UTF8.self))
            }
            guard place.path != "/" else { return nil }
            place.deleteLastPathComponent()
        }
    }

    /// - Parameter text: What `.git/config` holds.
    static func address(inSettings text: String) -> String? {
        var isOrigin = false
        for line in text.split(whereSeparator: \.isNewline) {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("[") { isOrigin = line.lowercased() == "[remote \"origin\"]" }
            let parts = line.split(separator: "=", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            if isOrigin, parts.count == 2, parts[0].lowercased() == "url" { return withoutPassword(parts[1]) }
        }
        return nil
    }

    /// An address with a user's name and password must not get into files.
    private static func withoutPassword(_ address: String) -> String {
        guard let scheme = address.range(of: "://"), address.hasPrefix("http") else { return address }
        let rest = address[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard let sign = authority.lastIndex(of: "@") else { return address }
        return String(address[..<scheme.upperBound]) + rest[rest.index(after: sign)...]
    }

    /// Which CI a repository of this address most likely has.
    static func ci(of address: String?) -> NewRepository.CI {
        guard let address else { return .github }
        let rest = address.range(of: "://").map { address[$0.upperBound...] } ?? address[...]
        let host = rest.prefix { $0 != "/" }.lowercased()
        return host.contains("gitlab") ? .gitlab : .github
    }
}
