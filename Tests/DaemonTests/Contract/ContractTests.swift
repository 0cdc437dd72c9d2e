import Daemon
import Foundation
import KnowledgeFixture
import Testing

@Suite("The HTTP interface against its description")
struct ContractTests {
  /// schemathesis in the folder of oracles that `MARROW_ORACLES` names, or in the user's cache; nil where it is not there.
  private static let tool: URL? = {
    let environment = ProcessInfo.processInfo.environment
    let cache = environment["XDG_CACHE_HOME"] ?? NSHomeDirectory() + "/.cache"
    let folder = environment["MARROW_ORACLES"] ?? cache + "/marrow/oracles"
    let tool = URL(fileURLWithPath: folder + "/bin/schemathesis")
    return FileManager.default.isExecutableFile(atPath: tool.path) ? tool : nil
  }()

  @Test(
    "schemathesis finds no fault of the program and no breach of the description",
    .enabled(if: tool != nil, "schemathesis is not installed: the HTTP contract is NOT checked"))
  func description() async throws {
    let tool = try #require(Self.tool)
    try await RunningDaemon.use { daemon in
      let report = daemon.fixture.home.appendingPathComponent("report.txt")
      try Data().write(to: report)
      let output = try FileHandle(forWritingTo: report)
      let arguments = [
        "run", daemon.address.url + "/openapi.yaml", "--checks", "all", "--max-examples", "30", "--seed", "7",
        "--request-timeout", "60", "--generation-database", "none",
      ]
      let process = try Spawned(
        tool.path, arguments, environment: ["PATH": "/usr/bin:/bin", "HOME": daemon.fixture.home.path],
        folder: daemon.fixture.home,
        output: output.fileDescriptor, errors: output.fileDescriptor)
      let code = await process.ended()
      let text = try String(contentsOf: report, encoding: .utf8)
      #expect(code == 0, "\(text.suffix(4000))")
    }
  }
}
