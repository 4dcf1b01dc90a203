import Foundation
import Testing

@testable import Rego

@Suite("Scratch") struct Scratch {
    @Test("x") func x() throws {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: "/tmp/rego-syntax/in").sorted()) ?? [] {
            let text = try String(contentsOfFile: "/tmp/rego-syntax/in/" + name, encoding: .utf8)
            print("=====", name)
            do throws(RegoErrors) {
                print(
                    name.hasPrefix("up")
                        ? try Formatting.upgraded(text, file: name)
                        : try Formatting.formatted(text, file: name, as: name.hasPrefix("v0") ? .v0 : .v1))
            } catch { for e in error.all { print(e, "|", e.hint ?? "") } }
        }
    }
}
