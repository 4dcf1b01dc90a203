struct LoweredQuery {
    var units: [Unit]
    /// The query's own variables, by name.
    var names: [(name: String, slot: Int)]
    var values: [Operand]
}

extension Lowering {
    mutating func query(_ body: Body, capturesValues: Bool) -> LoweredQuery {
        open(Mentions(of: body))
        var values: [Operand] = []
        var units: [Unit] = []
        for expression in body.expressions {
            units += self.units(of: expression, value: capturesValues ? { values.append($0) } : nil)
        }
        let scope = close()
        var names = scope.implicit.map { (name: $0.key, slot: $0.value) }
        names += scope.declared.map { (name: $0.key, slot: $0.value.variable) }
        return LoweredQuery(units: units, names: names.sorted { $0.name < $1.name }, values: values)
    }
}
