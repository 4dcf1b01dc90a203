// swift-tools-version: 6.2
// The map of the program: one line a module, floor by floor. Imports only point down (`make check`).

import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

// One line a module reads best.
// swift-format-ignore
let floors: [[Module]] = [
    floor(
        "System",
        clibrary("CRE2", linking: "re2")
    ),
    floor(
        "Ground",
        module("Parallel"),
        module("GoText"),
        module("Diagnostics"),
        module("FileTree", on: "Diagnostics"),
        module("Tree", on: "Diagnostics", "Parallel", .yams),
        module("KubeTypes", on: "Diagnostics", "Tree")
    ),
    floor(
        "Languages",
        module("RE2", on: "CRE2"),
        module("CEL", on: "GoText", "KubeTypes", "RE2", "Tree", tests: "SharedData"),
        module("Rego", on: "Diagnostics", "GoText", "KubeTypes", "RE2", "Tree", .asn1, .bigInt, .crypto, .cryptoExtras, tests: "SharedData")
    ),
    floor(
        "Engines",
        module("Lint", on: "Diagnostics", "RE2", "Tree", tests: "Parallel"),
        module("Formatting", on: "Diagnostics", "Lint", "Tree", tests: "Parallel", "SharedData"),
        module("Kustomize", on: "Diagnostics", "FileTree", "KubeTypes", "Parallel", "RE2", "Tree", .crypto),
        module("Schema", on: "CEL", "Diagnostics", "GoText", "KubeTypes", "RE2", "Tree", tests: "SharedData"),
        module("Mesh", on: "Diagnostics", "GoText", "KubeTypes", "RE2", "Tree", tests: "SharedData"),
        module("Analyzers", on: "Diagnostics", "GoText", "KubeTypes", "Mesh", "Tree", tests: "SharedData"),
        module("Semantics", on: "CEL", "Diagnostics", "GoText", "KubeTypes", "Mesh", "RE2", "Schema", "Tree", tests: "SharedData"),
        module("Apply", on: "Diagnostics", "KubeTypes", "Schema", "Tree", tests: "SharedData"),
        module("Health", on: "KubeTypes", "Tree"),
        module("Planning", on: "Health", "KubeTypes", "Tree"),
        module("Policy", on: "CEL", "Diagnostics", "FileTree", "KubeTypes", "Parallel", "RE2", "Rego", "Schema", "Tree"),
        module("GitOps", on: "Diagnostics", "FileTree", "GoText", "KubeTypes", "Tree", tests: "SharedData"),
        module("Validation", on: "Analyzers", "Diagnostics", "FileTree", "GitOps", "KubeTypes", "Kustomize", "Lint", "Parallel", "Policy", "Rego", "Schema", "Semantics", "Tree", tests: "SharedData")
    ),
    floor(
        "Runtime",
        module("KubeClient", on: "Diagnostics", "KubeTypes", "Tree", .asyncHTTPClient, .nio, .nioHTTP1, .nioSSL, .subprocess, .system, tests: "TestSupport", .hummingbird, .httpTypes),
        module("Store", on: "KubeTypes", .deque, .grdb, tests: "TestSupport"),
        module("Telemetry", on: .httpTypes, .hummingbird, .lifecycle, .logging, .nio),
        module("ControllerRuntime", on: "KubeClient", "KubeTypes", "Telemetry", "Tree", tests: "TestSupport"),
        module("GitRepository", on: "Diagnostics", "FileTree", .subprocess, .system, tests: "TestSupport"),
        module("APIServer", on: "Apply", "Diagnostics", "KubeTypes", "Parallel", "Planning", "Schema", "Store", "Tree", "Validation", .crypto, .httpTypes, .hummingbird, .hummingbirdTLS, .lifecycle, .logging, .nio, .nioSSL, .asn1, .x509, tests: "KubeClient", "TestSupport")
    ),
    floor(
        "Controllers",
        module("SyncEngine", on: "ControllerRuntime", "KubeClient", "KubeTypes", "Planning", "Tree", tests: "APIServer", "TestSupport"),
        module("ArgoCD", on: "Apply", "ControllerRuntime", "Diagnostics", "FileTree", "GitRepository", "Health", "KubeClient", "KubeTypes", "Kustomize", "Planning", "Schema", "Semantics", "SyncEngine", "Tree", "Validation", .lifecycle, tests: "APIServer", "TestSupport")
    ),
    floor(
        "Faces",
        module("Reports", on: "Diagnostics", "FileTree", "KubeTypes", "Lint", "Policy", "Rego", "Tree", .crypto, tests: "TestSupport"),
        module("Commands", on: "Analyzers", "APIServer", "ArgoCD", "CEL", "ControllerRuntime", "Diagnostics", "FileTree", "Formatting", "GitRepository", "KubeClient", "KubeTypes", "Kustomize", "Lint", "Parallel", "Planning", "Policy", "RE2", "Rego", "Reports", "Schema", "Store", "Telemetry", "Tree", "Validation", .argumentParser, .crypto, .lifecycle, .logging, .unixSignals, tests: "TestSupport")
    ),
    floor("Program", program("mainstay", on: "Commands")),
    floor(
        "Tests",
        support("SharedData", on: "KubeTypes", "Tree"),
        support("Fuzzing", on: "Diagnostics", "FileTree", "Kustomize", "Tree"),
        support("TestSupport", on: "APIServer", "Diagnostics", "KubeClient", "KubeTypes", "Schema", "Store", .subprocess, .system)
    ),
]

let package = Package(
    name: "mainstay",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-asn1", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-certificates", from: "1.21.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.0"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0"),
    ],
    targets: floors.joined().flatMap(\.targets),
    swiftLanguageModes: [.v6]
)

// MARK: - How a line above becomes targets

extension Target.Dependency {
    static let asn1 = product(name: "SwiftASN1", package: "swift-asn1")
    static let argumentParser = product(name: "ArgumentParser", package: "swift-argument-parser")
    static let asyncHTTPClient = product(name: "AsyncHTTPClient", package: "async-http-client")
    static let deque = product(name: "DequeModule", package: "swift-collections")
    static let bigInt = product(name: "BigInt", package: "BigInt")
    static let crypto = product(name: "Crypto", package: "swift-crypto")
    static let cryptoExtras = product(name: "CryptoExtras", package: "swift-crypto")
    static let grdb = product(name: "GRDB", package: "GRDB.swift")
    static let httpTypes = product(name: "HTTPTypes", package: "swift-http-types")
    static let hummingbird = product(name: "Hummingbird", package: "hummingbird")
    static let hummingbirdTLS = product(name: "HummingbirdTLS", package: "hummingbird")
    static let lifecycle = product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
    static let logging = product(name: "Logging", package: "swift-log")
    static let nio = product(name: "NIOCore", package: "swift-nio")
    static let nioHTTP1 = product(name: "NIOHTTP1", package: "swift-nio")
    static let nioPosix = product(name: "NIOPosix", package: "swift-nio")
    static let nioSSL = product(name: "NIOSSL", package: "swift-nio-ssl")
    static let subprocess = product(name: "Subprocess", package: "swift-subprocess")
    static let system = product(name: "SystemPackage", package: "swift-system")
    static let unixSignals = product(name: "UnixSignals", package: "swift-service-lifecycle")
    static let x509 = product(name: "X509", package: "swift-certificates")
    static let yams = product(name: "Yams", package: "Yams")
}

struct Module {
    var name: String
    var dependencies: [Target.Dependency]
    /// What the module's tests need beyond that.
    var tests: [Target.Dependency] = []
    var floor = ""
    var isProgram = false
    /// What tests share; it has no tests itself.
    var isSupport = false
    /// The system's library that a face in C makes usable from Swift.
    var linkedLibrary: String?

    var targets: [Target] {
        let path = "Sources/\(floor)/\(name)"
        if isSupport {
            return [.target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: settings)]
        }
        if let linkedLibrary {
            return [.target(name: name, path: path, linkerSettings: [.linkedLibrary(linkedLibrary)])]
        }
        if isProgram {
            return [.executableTarget(name: name, dependencies: dependencies, path: path, swiftSettings: settings)]
        }
        return [
            .target(name: name, dependencies: dependencies, path: path, swiftSettings: settings),
            .testTarget(
                name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies + tests,
                path: "Tests/\(name)Tests", swiftSettings: settings),
        ]
    }
}

func floor(_ folder: String, _ modules: Module...) -> [Module] {
    modules.map { module in
        var module = module
        module.floor = folder
        return module
    }
}

func module(
    _ name: String, on dependencies: Target.Dependency..., tests: Target.Dependency...
) -> Module {
    Module(name: name, dependencies: dependencies, tests: tests)
}

func support(_ name: String, on dependencies: Target.Dependency...) -> Module {
    Module(name: name, dependencies: dependencies, isSupport: true)
}

func clibrary(_ name: String, linking library: String) -> Module {
    Module(name: name, dependencies: [], linkedLibrary: library)
}

func program(_ name: String, on dependencies: Target.Dependency...) -> Module {
    Module(name: name, dependencies: dependencies, isProgram: true)
}
