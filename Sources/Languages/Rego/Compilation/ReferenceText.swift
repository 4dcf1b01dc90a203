/// `data.a.b["c d"][1]`, as OPA prints a path below `data`.
func referenceText(_ path: [RegoValue], head: String = "data") -> String {
    path.reduce(into: head) { text, key in
        if case .string(let name) = key, isPlainName(name) {
            text += "." + name
        } else {
            text += "[\(key.display)]"
        }
    }
}

private func isPlainName(_ name: String) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy { byte in
        byte == 0x5f || (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
    }
}
