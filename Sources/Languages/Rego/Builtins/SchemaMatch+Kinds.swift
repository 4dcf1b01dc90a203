internal import BigInt
internal import RE2

extension SchemaMatch {
    mutating func matchArray(_ items: [RegoValue], _ schema: RegoValue, at path: [String]) throws(BuiltinFailure) {
        if let schemas = schema["items"]?.items {
            for (index, (item, schema)) in zip(items, schemas).enumerated() {
                try match(item, schema, at: path + [String(index)])
            }
            if items.count > schemas.count, let additional = schema["additionalItems"] {
                if additional == .bool(false) {
                    report("array_no_additional_items", "No additional items allowed on array", at: path)
                } else {
                    for index in schemas.count..<items.count {
                        try match(items[index], additional, at: path + [String(index)])
                    }
                }
            }
        } else if let each = schema["items"] {
            for (index, item) in items.enumerated() { try match(item, each, at: path + [String(index)]) }
        }
        if let least = count("minItems", schema), items.count < least {
            report("array_min_items", "Array must have at least \(least) items", at: path)
        }
        if let most = count("maxItems", schema), items.count > most {
            report("array_max_items", "Array must have at most \(most) items", at: path)
        }
        if schema["uniqueItems"] == .bool(true) {
            var seen: [RegoValue: Int] = [:]
            for (index, item) in items.enumerated() {
                if let first = seen[item] {
                    report("unique", "array items[\(first),\(index)] must be unique", at: path)
                }
                seen[item] = index
            }
        }
        if let wanted = schema["contains"] {
            var isThere = false
            for (index, item) in items.enumerated() where !isThere {
                var other = SchemaMatch(root: root, context: context)
                try other.match(item, wanted, at: path + [String(index)])
                isThere = other.found.isEmpty
            }
            if !isThere { report("contains", "At least one of the items must match", at: path) }
        }
    }

    mutating func matchObject(_ value: RegoValue, _ schema: RegoValue, at path: [String]) throws(BuiltinFailure) {
        let members = value.members
        if let least = count("minProperties", schema), members.count < least {
            report("array_min_properties", "Must have at least \(least) properties", at: path)
        }
        if let most = count("maxProperties", schema), members.count > most {
            report("array_max_properties", "Must have at most \(most) properties", at: path)
        }
        for name in schema["required"]?.items?.compactMap(\.text) ?? [] where value[name] == nil {
            report("required", "\(name) is required", at: path)
        }
        let patterns = schema["patternProperties"]?.members ?? []
        for (name, member) in members {
            var isKnown = schema["properties"]?[name] != nil
            for (pattern, schema) in patterns where try context.expression(pattern).matches(name) {
                isKnown = true
                try match(member, schema, at: path + [name])
            }
            guard !isKnown, let additional = schema["additionalProperties"] else { continue }
            if additional == .bool(false) {
                report("additional_property_not_allowed", "Additional property \(name) is not allowed", at: path)
            } else {
                try match(member, additional, at: path + [name])
            }
        }
        guard let names = schema["propertyNames"] else { return }
        for (name, _) in members {
            var other = SchemaMatch(root: root, context: context)
            try other.match(.string(name), names, at: path)
            guard !other.found.isEmpty else { continue }
            report("invalid_property_name", "Property name of \"\(name)\" does not match", at: path)
            found += other.found
        }
    }

    mutating func matchNumber(_ number: RegoNumber, _ schema: RegoValue, at path: [String]) throws(BuiltinFailure) {
        if case .number(let unit) = schema["multipleOf"], try (number / unit).whole == nil {
            report("multiple_of", "Must be a multiple of \(unit.text)", at: path)
        }
        // In draft 4 `exclusiveMinimum` was a flag.
        if case .number(let most) = schema["maximum"] {
            let order = number.compare(most)
            if schema["exclusiveMaximum"] == .bool(true) {
                if order >= 0 { report("number_lt", "Must be less than \(most.text)", at: path) }
            } else if order > 0 {
                report("number_lte", "Must be less than or equal to \(most.text)", at: path)
            }
        }
        if case .number(let most) = schema["exclusiveMaximum"], number.compare(most) >= 0 {
            report("number_lt", "Must be less than \(most.text)", at: path)
        }
        if case .number(let least) = schema["minimum"] {
            let order = number.compare(least)
            if schema["exclusiveMinimum"] == .bool(true) {
                if order <= 0 { report("number_gt", "Must be greater than \(least.text)", at: path) }
            } else if order < 0 {
                report("number_gte", "Must be greater than or equal to \(least.text)", at: path)
            }
        }
        if case .number(let least) = schema["exclusiveMinimum"], number.compare(least) <= 0 {
            report("number_gt", "Must be greater than \(least.text)", at: path)
        }
    }

    mutating func matchText(_ text: String, _ schema: RegoValue, at path: [String]) throws(BuiltinFailure) {
        let length = text.unicodeScalars.count
        if let least = count("minLength", schema), length < least {
            report("string_gte", "String length must be greater than or equal to \(least)", at: path)
        }
        if let most = count("maxLength", schema), length > most {
            report("string_lte", "String length must be less than or equal to \(most)", at: path)
        }
        if let pattern = schema["pattern"]?.text, try !context.expression(pattern).matches(text) {
            report("pattern", "Does not match pattern '\(pattern)'", at: path)
        }
    }

    private func count(_ key: String, _ schema: RegoValue) -> Int? {
        if case .number(let number) = schema[key] { number.int } else { nil }
    }
}
