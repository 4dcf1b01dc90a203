internal import GoText

/// What keeps a text from being an address or a block of them; nil when nothing does.
package func addressOrBlockProblem(_ text: String) -> String? {
    if text.utf8.filter({ $0 == UInt8(ascii: "/") }).count == 1 {
        return AddressBlock(text) == nil ? "it is no block of addresses such as \"10.0.0.0/8\"" : nil
    }
    return IPAddress(text) == nil ? "it is no address of IPv4 or IPv6" : nil
}
