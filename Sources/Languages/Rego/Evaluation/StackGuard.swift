#if canImport(Glibc)
    internal import Glibc
#else
    internal import Darwin
#endif

/// How far down the thread's stack an evaluation may go. Steps call each other, so deep policies would otherwise end
/// the program.
struct StackGuard: Sendable {
    /// The lowest address that may be used.
    private let floor: UInt

    /// For the thread that makes it, from where it stands.
    init() {
        let here = Self.here
        floor = here - min(Self.size / 2, here)
    }

    var isExhausted: Bool { Self.here < floor }

    /// About where the stack is now.
    private static var here: UInt {
        var marker: UInt8 = 0
        return withUnsafeMutablePointer(to: &marker) { UInt(bitPattern: $0) }
    }

    #if canImport(Glibc)
        /// Of new threads: what the limit says, or 2 MB where there is none.
        private static let size: UInt = {
            var limit = rlimit()
            let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_STACK.rawValue), &limit) == 0
            let small: rlim_t = 2 << 20
            return UInt(isKnown && limit.rlim_cur < 64 * small ? limit.rlim_cur : small)
        }()
    #else
        private static var size: UInt { UInt(pthread_get_stacksize_np(pthread_self())) }
    #endif
}
