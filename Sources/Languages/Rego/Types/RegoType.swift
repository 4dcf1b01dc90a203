/// What is known of a value before it is there: enough to refuse a call that can never work.
package indirect enum RegoType: Sendable, Hashable {
    case any
    case null
    case boolean
    case number
    case string
    /// Elements with a known place, then any number of `rest` (nil: none).
    case array(known: [RegoType], rest: RegoType?)
    /// Members with a known key, then any number of others (nil: none).
    case object(known: [RegoValue: RegoType], rest: Member?)
    case set(of: RegoType)
    case oneOf([RegoType])

    package struct Member: Sendable, Hashable {
        package var key: RegoType
        package var value: RegoType

        package init(key: RegoType, value: RegoType) {
            self.key = key
            self.value = value
        }
    }

    package static func array(of element: RegoType) -> RegoType { .array(known: [], rest: element) }

    package static func object(of value: RegoType, by key: RegoType = .string) -> RegoType {
        .object(known: [:], rest: Member(key: key, value: value))
    }
}
