// swift-tools-version: 6.2
import PackageDescription

/// One set of rules for every target: Swift 6 mode and the upcoming features that make imports and isolation explicit.
var settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
// CI refuses warnings; at home they stay warnings, so that half-done work can be tried.
if Context.environment["MARROW_WARNINGS_ARE_ERRORS"] != nil { settings.append(.treatAllWarnings(as: .error)) }

let package = Package(
  name: "marrow",
  products: [.executable(name: "marrow", targets: ["marrow"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
  ],
  targets: [
    // Commands only: reads arguments, calls the modules below, prints.
    .executableTarget(
      name: "marrow",
      dependencies: [
        "Daemon", "Answering", "Matching", "Encoding", "Knowledge", "EditLine",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: settings),
    // The one place that knows both sides: listener, wiring, shutdown.
    .target(
      name: "Daemon",
      dependencies: [
        "Chat", "Delivery", "Answering", "Matching", "Encoding", "Knowledge", "Heap",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        .product(name: "Yams", package: "Yams"),
      ],
      resources: [.embedInCode("Web/Resources")],
      swiftSettings: settings),
    // Chat platforms: requests verified and read, answers rendered, responses understood. Opens no socket.
    .target(
      name: "Chat",
      dependencies: [
        "Answering", "Matching", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "JWTKit", package: "jwt-kit"),
      ],
      swiftSettings: settings),
    // Triage, conversation, composing and canned suites: a question and a state in, an answer and a state out.
    .target(
      name: "Answering",
      dependencies: ["Matching", "Encoding", "Knowledge", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    // Text analysis, index, ranking, deciding. Sees no wording of answers.
    .target(name: "Matching", dependencies: ["Encoding", "Knowledge"], swiftSettings: settings),
    // Loads the Knowledge folder and refuses what is wrong in it.
    .target(
      name: "Knowledge",
      dependencies: [
        .product(name: "Yams", package: "Yams"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    // The sentence encoder: a text in, 384 numbers out. Knows nothing of questions, sections or scores.
    .target(
      name: "Encoding",
      dependencies: ["OpenBLAS", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    // What a pass of the encoder costs in milliseconds and memory; no part of the program.
    .executableTarget(
      name: "encode-bench", dependencies: ["Encoding"], exclude: ["bench_reference.py"], swiftSettings: settings),
    // How well Marrow understands, beside other engines; no part of the program.
    .executableTarget(
      name: "marrow-bench",
      dependencies: [
        "Answering", "Matching", "Encoding", "Knowledge",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Peers"], swiftSettings: settings),
    // Sends replies and keeps them on disk until they are delivered. Knows no platform, question or answer.
    .target(
      name: "Delivery",
      dependencies: [
        "Curl",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: settings),
    // What a request costs beside libcurl's own multi loop in C; no part of the program.
    .executableTarget(
      name: "transfer-bench",
      dependencies: ["Delivery", "TransferBaseline", .product(name: "HTTPTypes", package: "swift-http-types")],
      swiftSettings: settings),
    .target(name: "TransferBaseline", dependencies: ["Curl"]),
    // Accepts and claims until it is killed, for tests; what the outbox does a second; no part of the program.
    .executableTarget(name: "outbox-probe", dependencies: ["Delivery"], swiftSettings: settings),
    // What taking a platform's events costs beside a bare handler; no part of the program.
    .executableTarget(
      name: "accept-bench",
      dependencies: [
        "Daemon", "Chat", "Delivery", "Answering", "Matching", "Encoding", "Knowledge",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      exclude: ["slack_bolt_server.py"], swiftSettings: settings),
    .systemLibrary(
      name: "Curl", path: "Sources/System/Curl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(
      name: "EditLine", path: "Sources/System/EditLine", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    // How many heaps the C library keeps.
    .systemLibrary(name: "Heap", path: "Sources/System/Heap"),
    // Matrix products of the encoder.
    .systemLibrary(
      name: "OpenBLAS", path: "Sources/System/OpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),

    // A store that fails where a test wants it to.
    .target(
      name: "OutboxFixture", dependencies: ["Delivery"], path: "Tests/OutboxFixture", swiftSettings: settings),
    // A small knowledge folder for tests to use and to break.
    .target(
      name: "KnowledgeFixture", dependencies: ["Knowledge"], path: "Tests/KnowledgeFixture", swiftSettings: settings),
    .testTarget(name: "KnowledgeTests", dependencies: ["Knowledge", "KnowledgeFixture"], swiftSettings: settings),
    .testTarget(
      name: "MatchingTests", dependencies: ["Matching", "Knowledge", "KnowledgeFixture"], swiftSettings: settings),
    .testTarget(
      name: "AnsweringTests",
      dependencies: ["Answering", "Matching", "Knowledge", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    // Every platform against one suite, and against the platforms' official kits where Tests/Oracles/install.sh has run.
    .testTarget(
      name: "ChatTests",
      dependencies: [
        "Chat", "Answering", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: settings),
    // Against what the reference implementation gave; the two scripts wrote that down and are not run by the tests.
    .testTarget(
      name: "EncodingTests", dependencies: ["Encoding"], exclude: ["make_reference.py", "make_unicode.py"],
      resources: [.copy("Fixtures")], swiftSettings: settings),
    // Kills processes of the outbox's probe, so that must be built. Its fake name look-up stands before the system's, which it
    // can only where libcurl sees it.
    .testTarget(
      name: "DeliveryTests",
      dependencies: [
        "Delivery", "outbox-probe", "OutboxFixture", "Matching",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ],
      swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=getaddrinfo"])]),
    // Real daemons on free ports.
    .testTarget(
      name: "DaemonTests",
      dependencies: [
        "Daemon", "Chat", "Delivery", "Answering", "Matching", "Knowledge", "KnowledgeFixture",
        "OutboxFixture",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      swiftSettings: settings),
    // The measures alone: what trains and asks takes minutes and is run by hand.
    .testTarget(
      name: "MarrowBenchTests", dependencies: ["marrow-bench", "Matching", "Knowledge"], swiftSettings: settings),
    // Runs the built binary, so it depends on no module.
    .testTarget(name: "CommandTests", swiftSettings: settings),
  ]
)
