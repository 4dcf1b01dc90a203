import Foundation
import HTTPTypes
import Hummingbird
import KubeTypes
import Synchronization
import Testing

@testable import KubeClient

@Suite("Retries", .timeLimit(.minutes(1)))
struct RetryTests {
    @Test(
        "a request is sent again when the answer asks for that, and not for ever",
        arguments: [
            (429, "1", 0, 1), (503, "0", 0, 0), (500, "7", 9, 7), (500, "7", 10, nil), (404, "1", 0, nil),
            (200, "1", 0, nil), (429, nil, 0, nil), (429, "soon", 0, nil), (429, "-1", 0, nil), (429, "9999", 0, nil),
        ] as [(Int, String?, Int, Int?)])
    func advice(status: Int, header: String?, attempt: Int, seconds: Int?) {
        #expect(
            RetryAdvice.pause(status: status, retryAfter: header, attempt: attempt) == seconds.map { .seconds($0) })
    }

    @Test("a server that is busy is asked again")
    func busy() async throws {
        final class Count: Sendable { let value = Atomic(0) }
        let asked = Count()
        let router = Router()
        router.get("/version") { _, _ in
            let number = asked.value.add(1, ordering: .relaxed).newValue
            guard number > 2 else {
                let after = HTTPField.Name("Retry-After") ?? .server
                return Response(status: .tooManyRequests, headers: [after: "0"], body: .init())
            }
            return Response(status: .ok, body: .init(byteBuffer: .init(string: #"{"gitVersion":"v1.2.3"}"#)))
        }
        let (ports, known) = AsyncStream.makeStream(of: Int.self)
        let server = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { known.yield($0.localAddress?.port ?? 0) })
        let task = Task { try await server.run() }
        defer { task.cancel() }
        for await port in ports {
            let url = try #require(URL(string: "http://127.0.0.1:\(port)"))
            #expect(try await KubeClient(Connection(server: url)).serverVersion() == "v1.2.3")
            break
        }
        #expect(asked.value.load(ordering: .relaxed) == 3)
    }
}
