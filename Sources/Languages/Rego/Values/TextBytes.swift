// Rego's strings are bytes, as Go's are; Swift's `==` and `<` would take two spellings of `é` for one.
#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

func bytesEqual(_ left: String, _ right: String) -> Bool {
    var left = left
    var right = right
    return left.withUTF8 { left in
        right.withUTF8 { right in
            guard left.count == right.count, let first = left.baseAddress, let second = right.baseAddress else {
                return left.count == right.count
            }
            return memcmp(first, second, left.count) == 0
        }
    }
}

/// Below, equal to or above zero.
func compareBytes(_ left: String, _ right: String) -> Int {
    var left = left
    var right = right
    return left.withUTF8 { left in
        right.withUTF8 { right in
            guard let first = left.baseAddress, let second = right.baseAddress else { return left.count - right.count }
            let order = memcmp(first, second, min(left.count, right.count))
            return order != 0 ? Int(order) : left.count - right.count
        }
    }
}

func hashBytes(of text: String, into hasher: inout Hasher) {
    var text = text
    text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xff))
}
