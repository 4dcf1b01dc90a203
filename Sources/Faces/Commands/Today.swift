internal import Foundation
internal import KubeTypes

enum Today {
    /// The day, `YYYY-MM-DD`, in universal time.
    static var text: String { String("\(Timestamp(seconds: Int(Date().timeIntervalSince1970)))".prefix(10)) }
}
