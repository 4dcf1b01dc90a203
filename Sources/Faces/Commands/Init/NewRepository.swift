internal import Diagnostics

/// What a new repository is about.
struct NewRepository {
    enum CI: String, CaseIterable { case github, gitlab, none }

    /// Begins the names of namespaces, and is the name of the gateway.
    var name: String
    /// The host of production; those of the other environments are made of it.
    var host: String
    var ci: CI
    var hasHooks: Bool
    /// Where the repository will be fetched from, where that is known.
    var address: String?

    /// The files that it begins with, in the order of their paths.
    var files: [(path: String, text: String)] {
        RepositoryTemplate.files.filter { isWanted($0.path) }.map { file in
            let path = file.path == "base/gateways/shop.yaml" ? "base/gateways/\(name).yaml" : file.path
            return (path, filled(file.text, path: path))
        }
    }

    private func isWanted(_ path: String) -> Bool {
        switch path {
        case ".github/workflows/validate.yml": ci == .github
        case ".gitlab-ci.yml": ci == .gitlab
        case ".pre-commit-config.yaml": hasHooks
        default: true
        }
    }

    /// The example's names give way to the repository's own. Policies in Rego speak of no repository.
    private func filled(_ text: String, path: String) -> String {
        if path.hasSuffix(".rego") || path.hasPrefix(".git") || path.hasPrefix(".pre") { return text }
        var text = text
        if let address { text.replace("https://git.example.com/platform/istio-config.git", with: address) }
        let labels = host.split(separator: ".")
        let isShort = labels.count == 2
        let domain = isShort ? host : labels.dropFirst().joined(separator: ".")
        func variant(_ environment: String) -> String {
            isShort ? "\(environment).\(host)" : "\(labels[0]).\(environment).\(domain)"
        }
        // Through marks, so that what is filled in is not taken for the example's own.
        let hosts = [
            ("shop.dev.example.com", variant("dev")), ("shop.staging.example.com", variant("staging")),
            ("shop.example.com", host), ("example.com", domain),
        ]
        for (index, pair) in hosts.enumerated() { text.replace(pair.0, with: "\u{1}\(index)\u{2}") }
        text = replacingWord("shop", in: text, with: name)
        for (index, pair) in hosts.enumerated() { text.replace("\u{1}\(index)\u{2}", with: pair.1) }
        return text
    }
}

/// Where letters and digits surround it, it is part of another word.
private func replacingWord(_ word: String, in text: String, with other: String) -> String {
    let parts = text.components(around: word)
    var result = parts[0]
    for part in parts.dropFirst() {
        let isWord = result.last.map { !$0.isLetter && !$0.isNumber } ?? true
        let ends = part.first.map { !$0.isLetter && !$0.isNumber } ?? true
        result += (isWord && ends ? other : word) + part
    }
    return result
}

extension String {
    fileprivate func components(around word: String) -> [String] {
        split(separator: word, omittingEmptySubsequences: false).map(String.init)
    }
}

extension NewRepository {
    /// - Throws: `CommandError` for names that Kubernetes would refuse.
    static func check(name: String, host: String) throws {
        // The longest name that is made of it has 12 characters more and may have 63.
        guard isLabel(name), name.count <= 50 else {
            throw CommandError(
                "\"\(name)\" cannot begin the name of a namespace: expected at most 50 small letters, digits and \"-\", "
                    + "with a letter or a digit at both ends")
        }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard labels.count > 1, labels.allSatisfy(isLabel), host.count <= 240 else {
            throw CommandError("\"\(host)\" is no host: expected a name as shop.example.com")
        }
    }

    private static func isLabel(_ text: String) -> Bool {
        let isWord = { (byte: UInt8) in (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }
        guard let first = text.utf8.first, let last = text.utf8.last, text.utf8.count <= 63 else { return false }
        return isWord(first) && isWord(last) && text.utf8.allSatisfy { isWord($0) || $0 == UInt8(ascii: "-") }
    }
}
