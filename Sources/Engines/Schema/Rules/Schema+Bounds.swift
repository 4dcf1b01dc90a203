import CEL
import Tree

/// The largest request that a server takes. What has no limit of its own is as large as fits into one.
private let requestSize: UInt64 = 3 * 1024 * 1024

extension Schema {
    /// How large the values can be, as Kubernetes counts for the cost of rules (`SchemaDeclType`).
    ///
    /// - Parameter isRoot: Of a whole object.
    func bounds(isRoot: Bool) -> DataBounds {
        if isIntOrString { return DataBounds(maxSize: maxLetters ?? requestSize - 2, minBytes: 1) }
        switch type {
        case .array:
            let each = (items?.shape(isRoot: items?.isEmbeddedResource ?? false).bounds.minBytes ?? 0) + 1
            return DataBounds(maxSize: maxItems.map(size) ?? (requestSize - 2) / each, minBytes: 2)
        case .object: return objectBounds(isRoot: isRoot)
        case .string: return textBounds
        case .boolean: return DataBounds(minBytes: 4)
        case .number, .integer, .any: return DataBounds(minBytes: 1)
        }
    }

    private func size(_ limit: Int) -> UInt64 { UInt64(max(limit, 0)) }

    /// A letter takes up to four bytes.
    private var maxLetters: UInt64? { maxLength.map { size($0).multipliedReportingOverflow(by: 4).partialValue } }

    private func objectBounds(isRoot: Bool) -> DataBounds {
        if case .schema(let element) = additionalProperties, properties.isEmpty, !isRoot {
            // A key, a colon, quotes and a comma stand around each value.
            let each = element.shape(isRoot: element.isEmbeddedResource).bounds.minBytes + 6
            return DataBounds(maxSize: maxProperties.map(size) ?? (requestSize - 2) / each, minBytes: 2)
        }
        var bytes: UInt64 = 2
        for property in properties where required.contains(property.name) && property.schema.defaultValue == nil {
            let shape = property.schema.shape(isRoot: property.schema.isEmbeddedResource)
            bytes += UInt64(property.name.utf8.count) + shape.bounds.minBytes + 4
        }
        return DataBounds(minBytes: bytes)
    }

    private var textBounds: DataBounds {
        switch format {
        case "byte": return DataBounds(maxSize: maxLength.map(size) ?? requestSize - 2, minBytes: 2)
        case "duration": return DataBounds(maxSize: 32, minBytes: 3)
        case "date": return DataBounds(maxSize: 12, minBytes: 12)
        case "date-time": return DataBounds(maxSize: 32, minBytes: 21)
        default: break
        }
        let longest = allowedValues.flatMap { values in
            values.compactMap { $0.string.map { UInt64($0.utf8.count) } }.max()
        }
        return DataBounds(maxSize: maxLetters ?? longest ?? requestSize - 2, minBytes: 2)
    }
}
