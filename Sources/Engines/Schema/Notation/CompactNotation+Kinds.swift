import Diagnostics

extension CompactNotation {
    /// `kind <group|core> <Kind> <plural>` and the words after them; below it versions, columns and schemas. A schema is for
    /// the versions above it that have none yet.
    mutating func definition(at index: Int, isBuiltIn: Bool) throws(Refused) -> ResourceDefinition {
        guard let group = word(index, 1), let kind = word(index, 2), let plural = word(index, 3) else {
            throw refusal("a kind needs a group, a name and a plural", at: index)
        }
        var definition = ResourceDefinition(
            group: group == "core" ? "" : group, kind: kind, plural: plural, isBuiltIn: isBuiltIn)
        for range in text.lines[index].words.dropFirst(4) {
            let (key, value) = text.keyAndValue(range)
            let names = value.map { text.parts(of: $0, separator: UInt8(ascii: ",")).map(text.text) } ?? []
            switch text.string(key) {
            case "short": definition.shortNames = names
            case "categories": definition.categories = names
            case "singular": definition.singular = names.joined()
            case "list": definition.listKind = names.joined()
            case "cluster": definition.scope = .cluster
            case let other: throw refusal("\"\(other)\" is no word for a kind", at: index)
            }
        }
        try readVersions(of: &definition, at: index)
        return definition
    }

    private mutating func readVersions(of definition: inout ResourceDefinition, at index: Int) throws(Refused) {
        var described = 0
        var columns: [ResourceDefinition.PrinterColumn] = []
        for line in children(of: index) {
            switch word(line, 0) {
            case "version": definition.versions.append(try version(at: line))
            case "column": columns.append(try column(at: line))
            case "schema":
                let schema = try self.schema(ofLine: line, typeWord: 1)
                for index in described..<definition.versions.count { definition.versions[index].schema = schema }
                described = definition.versions.count
            default: throw refusal("expected \"version\", \"column\" or \"schema\"", at: line)
            }
        }
        guard described > 0, described == definition.versions.count else {
            throw refusal("the kind \"\(definition.kind)\" has a version without a schema", at: index)
        }
        for index in definition.versions.indices { definition.versions[index].printerColumns = columns }
    }

    private func version(at line: Int) throws(Refused) -> ResourceDefinition.Version {
        guard let name = word(line, 1) else { throw refusal("a version needs a name", at: line) }
        var version = ResourceDefinition.Version(name: name, schema: .anything)
        for range in text.lines[line].words.dropFirst(2) {
            let (key, value) = text.keyAndValue(range)
            switch text.string(key) {
            case "storage": version.isStorage = true
            case "unserved": version.isServed = false
            case "dropped":
                version.isServed = false
                version.isDropped = true
                version.droppedAdvice = value.map(text.text)
            case "status": version.hasStatusSubresource = true
            case "scale":
                let paths = value.map { text.parts(of: $0, separator: UInt8(ascii: ",")).map(text.text) } ?? []
                guard paths.count >= 2 else { throw refusal("a scale needs two paths", at: line) }
                version.scale = .init(
                    specReplicasPath: paths[0], statusReplicasPath: paths[1],
                    labelSelectorPath: paths.dropFirst(2).first)
            case "deprecated":
                version.isDeprecated = true
                version.deprecationWarning = value.map(text.text)
            case let other: throw refusal("\"\(other)\" is no word for a version", at: line)
            }
        }
        return version
    }

    private func column(at line: Int) throws(Refused) -> ResourceDefinition.PrinterColumn {
        guard let name = word(line, 1), let type = word(line, 2), let path = word(line, 3) else {
            throw refusal("a column needs a name, a type and a path", at: line)
        }
        var column = ResourceDefinition.PrinterColumn(name: name, type: type, jsonPath: path)
        for range in text.lines[line].words.dropFirst(4) {
            let (key, value) = text.keyAndValue(range)
            switch (text.string(key), value.map(text.text)) {
            case ("priority", let number?): column.priority = Int(number) ?? 0
            case ("format", let format?): column.format = format
            case ("text", let words?): column.description = words
            case (let other, _): throw refusal("\"\(other)\" is no word for a column", at: line)
            }
        }
        return column
    }
}
