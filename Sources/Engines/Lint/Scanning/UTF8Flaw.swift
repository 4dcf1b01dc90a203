/// Where bytes stop being UTF-8, in the words that Python has for it.
struct UTF8Flaw: CustomStringConvertible {
    var bytes: ArraySlice<UInt8>
    var position: Int
    var reason: String

    /// The first flaw, or nil for UTF-8.
    init?(in bytes: [UInt8]) {
        var position = 0
        while position < bytes.count {
            let lead = bytes[position]
            let (length, second): (Int, ClosedRange<UInt8>)
            switch lead {
            case 0x00...0x7F: (length, second) = (1, 0x80...0xBF)
            case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default:
                self.init(bytes[position...position], position, "invalid start byte")
                return
            }
            for offset in 1..<max(length, 1) {
                let range = offset == 1 ? second : 0x80...0xBF
                guard position + offset < bytes.count else {
                    self.init(bytes[position...], position, "unexpected end of data")
                    return
                }
                guard range.contains(bytes[position + offset]) else {
                    self.init(bytes[position..<position + offset], position, "invalid continuation byte")
                    return
                }
            }
            position += length
        }
        return nil
    }

    private init(_ bytes: ArraySlice<UInt8>, _ position: Int, _ reason: String) {
        self.bytes = bytes
        self.position = position
        self.reason = reason
    }

    var description: String {
        let digits = String(bytes.first ?? 0, radix: 16)
        let byte = "byte 0x\(digits.count < 2 ? "0" : "")\(digits) in position \(position)"
        let range = "bytes in position \(position)-\(position + bytes.count - 1)"
        return "'utf-8' codec can't decode \(bytes.count > 1 ? range : byte): \(reason)"
    }
}
