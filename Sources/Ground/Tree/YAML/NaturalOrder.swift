/// The order in which go-yaml writes keys: character by character, runs of digits as numbers, letters after all others.
func naturallyPrecedes(_ a: String, _ b: String) -> Bool {
    if let plain = plainOrder(a, b) { return plain }
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    guard let index = (0..<min(a.count, b.count)).first(where: { a[$0] != b[$0] }) else { return a.count < b.count }
    switch (a[index].properties.isAlphabetic, b[index].properties.isAlphabetic) {
    case (true, true): return a[index] < b[index]
    case (true, false): return false
    case (false, true): return true
    case (false, false): break
    }
    // A zero that differs counts only as part of the number that began before it.
    var start: Int64 = 0
    if a[index] == "0" || b[index] == "0" {
        var before = index - 1
        while before >= 0, isDigit(a[before]) {
            if a[before] != "0" {
                start = 1
                break
            }
            before -= 1
        }
    }
    let (first, firstEnd) = number(in: a, from: index, start: start)
    let (second, secondEnd) = number(in: b, from: index, start: start)
    if first != second { return first < second }
    if firstEnd != secondEnd { return firstEnd < secondEnd }
    return a[index] < b[index]
}

/// The answer where both are ASCII and the first bytes that differ are letters; nil when the full rule is needed.
private func plainOrder(_ a: String, _ b: String) -> Bool? {
    var first = a.utf8.makeIterator()
    var second = b.utf8.makeIterator()
    while true {
        switch (first.next(), second.next()) {
        case (nil, nil): return false
        case (nil, _): return true
        case (_, nil): return false
        case (let x?, let y?) where x == y: continue
        case (let x?, let y?): return isLetter(x) && isLetter(y) ? x < y : nil
        }
    }
}

private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func number(in scalars: [Unicode.Scalar], from index: Int, start: Int64) -> (value: Int64, end: Int) {
    var value = start
    var end = index
    while end < scalars.count, isDigit(scalars[end]) {
        value = value &* 10 &+ Int64(scalars[end].value - 0x30)
        end += 1
    }
    return (value, end)
}
