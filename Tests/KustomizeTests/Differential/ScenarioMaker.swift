/// Makes a random scenario: objects, kustomizations that change them, and the files that these name.
struct ScenarioMaker {
    var random: SeededRandom
    var scenario = Scenario()
    var sampler = ObjectSampler()
    private var dressing = Dressing(rate: 0)
    private var fileCount = 0
    /// Share of a hundred scenarios that are given something wrong.
    private var isSpoilt = false

    static func scenario(seed: UInt64) throws -> Scenario {
        var maker = ScenarioMaker(random: SeededRandom(seed: seed))
        return try maker.make()
    }

    private mutating func make() throws -> Scenario {
        sampler.oddity = random.pick([0, 20, 50, 80], or: 0)
        sampler.thinning = random.pick([25, 50, 70], or: 25)
        dressing.rate = random.pick([0, 0, 4, 12, 30], or: 0)
        isSpoilt = random.chance(6)
        switch random.number(in: 0..<10) {
        case 0...4: _ = try directory("top", resources: [], fields: 0..<6)
        case 5...7:
            let base = try directory("base", resources: [], fields: 0..<3)
            _ = try directory("top", resources: [("../base", base)], fields: 0..<5)
        case 8:
            let base = try directory("base", resources: [], fields: 0..<2)
            let middle = try directory("middle", resources: [("../base", base)], fields: 1..<3)
            _ = try directory("top", resources: [("../middle", middle)], fields: 1..<4)
        default:
            let base = try directory("base", resources: [], fields: 0..<2)
            let left = try directory("left", resources: [("../base", base)], fields: 0..<2, affix: "left-")
            let right = try directory("right", resources: [("../base", base)], fields: 0..<2, affix: "right-")
            _ = try directory("top", resources: [("../left", left), ("../right", right)], fields: 0..<3)
        }
        return scenario
    }

    // MARK: Directories

    /// Adds a directory with a kustomization; gives the objects that it knows.
    private mutating func directory(
        _ name: String, resources bases: [(path: String, objects: [Draft])], fields range: Range<Int>,
        affix: String = "", isComponent: Bool = false
    ) throws -> [Draft] {
        var resources = bases.map { Draft.text($0.path, .plain) }
        var known = bases.flatMap(\.objects)
        for _ in 0..<(bases.isEmpty && !isComponent ? random.number(in: 1..<3) : random.number(in: 0..<2)) {
            let (path, objects) = try resourceFile(in: name, beside: known)
            resources.append(.text(path, .plain))
            known += objects
        }
        var kustomization = Draft.map([:])
        if isComponent || random.chance(20) {
            kustomization["apiVersion"] = .text(
                "kustomize.config.k8s.io/" + (isComponent ? "v1alpha1" : "v1beta1"), .plain)
            kustomization["kind"] = .text(isComponent ? "Component" : "Kustomization", .plain)
        }
        if !resources.isEmpty {
            let isOld = random.chance(4) && !bases.isEmpty && resources.count == bases.count
            kustomization[isOld ? "bases" : "resources"] = .list(resources)
        }
        if !affix.isEmpty { kustomization["namePrefix"] = .text(affix, .plain) }
        if !isComponent, random.chance(10) {
            known = try directory(name + "-part", resources: [], fields: 1..<3, isComponent: true) + known
            kustomization["components"] = .texts(["../\(name)-part"])
        }
        let count = random.number(in: range)
        var fields = KustomizationFields(directory: name, objects: known)
        for _ in 0..<count { try fields.add(to: &kustomization, by: &self) }
        if isSpoilt, random.chance(40) { spoil(&kustomization) }
        if kustomization.entries.isEmpty { kustomization["namePrefix"] = "a-" }
        let file =
            name + "/" + (random.chance(90) ? "kustomization.yaml" : random.word("kustomization.yml", "Kustomization"))
        // Objects that a generator made are known above too.
        add(.documents([kustomization]), as: file, isDressed: random.chance(50))
        return fields.objects
    }

    private mutating func spoil(_ kustomization: inout Draft) {
        switch random.number(in: 0..<5) {
        case 0: kustomization["resources"] = .texts(["missing.yaml"])
        case 1: kustomization["resource"] = .texts(["a.yaml"])
        case 2: kustomization["namePrefix"] = .texts([])
        case 3: kustomization["namespace"] = .map(["a": "b"])
        default: kustomization["replicas"] = .list([.map(["name": "nobody", "count": .raw("3")])])
        }
    }

    // MARK: Files

    private mutating func resourceFile(in directory: String, beside known: [Draft]) throws -> (String, [Draft]) {
        var objects: [Draft] = []
        for _ in 0..<random.number(in: 1..<3) {
            var object = try sampler.object(&random)
            if !isSpoilt || random.chance(70) { object.rename(unlike: known + objects) }
            objects.append(object)
        }
        var documents = objects
        if random.chance(6) {
            documents = [.map(["apiVersion": "v1", "kind": "List", "items": .list(objects)])]
        }
        if random.chance(5) {
            documents.insert(.raw(random.word("", "# nothing", "~")), at: random.number(in: 0..<documents.count + 1))
        }
        return (newFile(.documents(documents), in: directory), objects)
    }

    /// Adds a file of a new name; gives its path from the directory.
    mutating func newFile(_ content: Scenario.Content, in directory: String, suffix: String = ".yaml") -> String {
        fileCount += 1
        let name = "f\(fileCount)\(suffix)"
        add(content, as: directory + "/" + name, isDressed: true)
        return name
    }

    private mutating func add(_ content: Scenario.Content, as path: String, isDressed: Bool) {
        var file = Scenario.File(path: path, content: content)
        if case .documents(let documents) = content {
            file.content = .documents(documents.map { isDressed ? dressing.dressed($0, &random) : $0 })
            file.writer.step = random.pick([2, 2, 2, 4, 3], or: 2)
            file.writer.indentsLists = random.chance(40)
            if random.chance(3) { file.ending = .windows }
            if random.chance(1) { file.hasByteOrderMark = true }
            if random.chance(10) {
                file.separator = random.word(
                    "---\n# comment\n", "--- # comment\n", "...\n---\n", "---\n---\n", "--- \n")
            }
        }
        scenario.files.append(file)
    }
}

extension Draft {
    var kind: String { self["kind"]?.text ?? "" }
    var apiVersion: String { self["apiVersion"]?.text ?? "" }
    var name: String { at("metadata", "name")?.text ?? "" }
    var namespace: String { at("metadata", "namespace")?.text ?? "" }

    mutating func rename(unlike others: [Draft]) {
        var count = 2
        let original = name
        while others.contains(where: { $0.kind == kind && $0.name == name }) {
            var metadata = self["metadata"]
            metadata?["name"] = .text("\(original)\(count)", .plain)
            self["metadata"] = metadata
            count += 1
        }
    }
}
