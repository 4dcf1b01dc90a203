func startsLikeDate(_ text: String) -> Bool {
    var bytes = text.utf8.makeIterator()
    for _ in 0..<4 {
        guard let byte = bytes.next(), (0x30...0x39).contains(byte) else { return false }
    }
    return bytes.next() == UInt8(ascii: "-")
}

/// The moment that `text` names by the forms that go-yaml 3 knows, in RFC 3339; nil when it names none.
func dateInFull(_ text: String) -> String? {
    let form =
        #/(\d{4})-(\d{1,2})-(\d{1,2})(?:([Tt ])(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)?)?/#
    guard let parts = text.wholeMatch(of: form)?.output else { return nil }
    func number(_ part: Substring?) -> Int { part.flatMap { Int($0) } ?? 0 }
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (year, month, day) = (number(parts.1), number(parts.2), number(parts.3))
    guard (1...12).contains(month), (1...days(of: month, year: year)).contains(day) else { return nil }
    let (hour, minute, second) = (number(parts.5), number(parts.6), number(parts.7))
    guard hour < 24, minute < 60, second < 60 else { return nil }
    // After a blank there is no zone, after a letter there must be one.
    if let mark = parts.4, (mark == " ") != (parts.9 == nil) { return nil }
    var fraction = parts.8 ?? ""
    while fraction.last == "0" { fraction.removeLast() }
    let zone = parts.9.map { $0 == "+00:00" || $0 == "-00:00" ? "Z" : String($0) } ?? "Z"
    return "\(parts.1)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second))"
        + (fraction.isEmpty ? "" : ".\(fraction)") + zone
}

private func days(of month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
}
