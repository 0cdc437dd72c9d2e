import Daemon
import Foundation
import KnowledgeFixture
import Testing

@Suite("The HTTP interface against its description")
struct ContractTests {
  /// The folder of oracles that `MARROW_ORACLES` names, or the one in the user's cache.
  private static let oracles: String = {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache"
    return environment["MARROW_ORACLES"] ?? cache + "/marrow/oracles"
  }()

  private static let isInstalled = FileManager.default.isExecutableFile(atPath: oracles + "/bin/schemathesis")

  @Test(
    "schemathesis finds no fault of the program and no breach of the description",
    .enabled(if: isInstalled, "schemathesis is not installed: the HTTP contract is NOT checked"))
  func description() async throws {
    try await RunningDaemon.use { daemon in
      let report = daemon.fixture.home.appendingPathComponent("report.txt")
      try Data().write(to: report)
      let output = try FileHandle(forWritingTo: report)
      let script = Repository.url.appendingPathComponent("Tests/Oracles/contract.sh")
      let process = try Spawned(
        "/bin/bash", [script.path, daemon.address.url, "30"],
        environment: ["PATH": "/usr/bin:/bin", "HOME": daemon.fixture.home.path, "MARROW_ORACLES": Self.oracles],
        output: output.fileDescriptor, errors: output.fileDescriptor)
      let code = await process.ended()
      let text = try String(contentsOf: report, encoding: .utf8)
      #expect(code == 0, "\(text.suffix(4000))")
    }
  }
}
