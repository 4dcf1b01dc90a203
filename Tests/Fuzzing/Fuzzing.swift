import Diagnostics
import FileTree
import Kustomize
import Tree

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What the fuzzer calls with each text that it thinks of: `scripts/fuzz`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    switch getenv("MAINSTAY_FUZZ").map({ String(cString: $0) }) {
    case "build": fuzzBuild(bytes)
    default: fuzzYAML(bytes)
    }
    return 0
}

/// Whatever is read is written so that it is read again as the same.
private func fuzzYAML(_ bytes: [UInt8]) {
    guard let documents = try? YAMLReader.read(bytes).documents else { return }
    let text = YAMLWriter.text(documents)
    guard let again = try? YAMLReader.read(text).documents else { return fail("is not read again", text) }
    guard isSame(again, documents) else { return fail("is read as something else", text) }
}

/// Whatever is built is built again to itself.
private func fuzzBuild(_ bytes: [UInt8]) {
    guard let result = try? build(.root, in: files(in: bytes)), !result.objects.isEmpty else { return }
    let again: MemoryFileTree = [
        "kustomization.yaml": "resources: [a.yaml]\nsortOptions: {order: fifo}", "a.yaml": result.yaml,
    ]
    do {
        let second = try build(.root, in: again)
        if second.yaml != result.yaml { fail("is built to something else", result.yaml + "===\n" + second.yaml) }
    } catch {
        fail("is not built again: \(error)", result.yaml)
    }
}

/// Files that stand in one text, each after a line `=== path`.
private func files(in bytes: [UInt8]) -> MemoryFileTree {
    var tree = MemoryFileTree()
    var path = "kustomization.yaml"
    var content: [UInt8] = []
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        if line.starts(with: "=== ".utf8) {
            tree.write(content, to: TreePath(path))
            (path, content) = (String(decoding: line.dropFirst(4), as: UTF8.self), [])
        } else {
            content += line + [UInt8(ascii: "\n")]
        }
    }
    tree.write(content, to: TreePath(path))
    return tree
}

/// Equal, where kustomize's spelling takes the point from a whole number and has one word for what is none.
private func isSame(_ a: [Node], _ b: [Node]) -> Bool { a.map(spelled) == b.map(spelled) }

private func spelled(_ node: Node) -> Node {
    switch node.value {
    case .integer, .unsigned: Node(.float(node.value.number ?? 0))
    case .float(let number) where number.isNaN: Node("not a number")
    case .sequence(let elements): Node(elements.map(spelled))
    case .mapping(let mapping): Node(Mapping(mapping.entries.map { .init($0.key, spelled($0.value)) }))
    default: node
    }
}

private func fail(_ what: String, _ text: String) {
    print("✖ the result \(what):\n\(text)")
    fflush(nil)
    abort()
}
