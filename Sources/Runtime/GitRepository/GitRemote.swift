internal import Foundation

/// The address of a repository: a folder, `file://`, `https://`, `ssh://` or `user@host:path`.
package struct GitRemote: Hashable, Sendable, CustomStringConvertible {
    package let address: String
    /// The folder of a repository on this machine; nil for others.
    package let localPath: String?

    /// - Throws: `GitError` for an address with another scheme, or one that git would take for an option.
    package init(_ address: String) throws(GitError) {
        guard !address.isEmpty, !address.hasPrefix("-") else {
            throw GitError(.badAddress, "\"\(address)\" is not the address of a Git repository")
        }
        self.address = address
        if address.hasPrefix("file://") {
            localPath = String(address.dropFirst(7))
        } else if let scheme = address.firstRange(of: "://") {
            guard ["https", "http", "ssh"].contains(address[..<scheme.lowerBound]) else {
                throw GitError(
                    .badAddress,
                    "\"\(address)\" has scheme \"\(address[..<scheme.lowerBound])\"; expected https, ssh, file or a folder"
                )
            }
            localPath = nil
        } else if address.hasPrefix("/") || address.hasPrefix("./") || address.hasPrefix("../") || address == "." {
            localPath = address
        } else if address.contains(":"), !address.contains("::") {
            localPath = nil
        } else if address.contains("::") {
            throw GitError(.badAddress, "\"\(address)\" names a transport helper, which is not allowed")
        } else {
            localPath = address
        }
    }

    /// A readable name for the folder of a copy, different for different addresses (FNV-1a).
    package var folderName: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in address.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        let last = address.split(separator: "/").last ?? ""
        let name = last.filter { $0.isLetter || $0.isNumber || $0 == "-" }
        return "\(name)-\(String(hash, radix: 16)).git"
    }

    /// The address without a password.
    package var description: String {
        guard var parts = URLComponents(string: address), parts.password != nil else { return address }
        parts.password = nil
        return parts.string ?? address
    }
}
