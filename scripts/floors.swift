#!/usr/bin/env swift
// Checks the floors: each module lies in the folder of its floor, and what it imports is declared and lies no higher.
import Foundation

struct Package: Decodable {
    struct Target: Decodable {
        var name: String
        var path: String?
        var type: String
        var dependencies: [Dependency]
    }
    struct Dependency: Decodable { var byName: [String?]? }
    var targets: [Target]
}

let swift = Process()
let output = Pipe()
swift.executableURL = URL(fileURLWithPath: "/usr/bin/env")
swift.arguments = ["swift", "package", "dump-package"]
swift.standardOutput = output
try swift.run()
let package = try JSONDecoder().decode(Package.self, from: output.fileHandleForReading.readDataToEndOfFile())

// Package.swift lists the floors from the ground up.
let folder = { (target: Package.Target) in target.path?.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
// What only tests use stands above all floors.
let isTest = { (target: Package.Target) in target.type == "test" || target.path?.hasPrefix("Tests/") == true }
let modules = package.targets.filter { !isTest($0) }
var floors: [String] = []
for module in modules where !floors.contains(folder(module)) { floors.append(folder(module)) }
let height = Dictionary(
    uniqueKeysWithValues: package.targets.map {
        ($0.name, isTest($0) ? floors.count : floors.firstIndex(of: folder($0)) ?? 0)
    })

let importLine = #/^\s*(?:@\w+ )*(?:\w+ )?import (?:(?:struct|class|enum|protocol|func|var|let|typealias) )?(\w+)/#
var problems: [String] = []
for target in package.targets {
    let expected = isTest(target) ? "Tests/\(target.name)" : "Sources/\(folder(target))/\(target.name)"
    guard let path = target.path, path == expected else {
        problems.append("\(target.name) lies in \(target.path ?? "no folder"), not in \(expected)")
        continue
    }
    let declared = Set(target.dependencies.compactMap { $0.byName?.first ?? nil })
    let top = height[target.name, default: floors.count]
    for name in declared.sorted() where height[name, default: 0] > top {
        problems.append("Package.swift: \(target.name) may not use \(name), which lies on a higher floor")
    }
    for case let file as String in FileManager.default.enumerator(atPath: path) ?? .init()
    where file.hasSuffix(".swift") {
        let lines = try String(contentsOfFile: "\(path)/\(file)", encoding: .utf8).components(separatedBy: "\n")
        for (index, line) in lines.enumerated() where line.contains("import ") {
            guard let name = line.firstMatch(of: importLine).map({ String($0.1) }), height[name] != nil else {
                continue
            }
            guard !declared.contains(name), name != target.name else { continue }
            problems.append(
                "\(path)/\(file):\(index + 1): imports \(name), not declared for \(target.name) in Package.swift")
        }
    }
}

for problem in problems { print(problem) }
exit(problems.isEmpty ? 0 : 1)
