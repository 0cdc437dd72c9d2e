import Foundation
import Testing

/// Faults that need a process of their own.
@Suite(.storeFolders) struct DiskFaultTests {
  @Test func aDiskThatFailsLosesNothingAndNeedsNoRestart() async throws {
    let folder = try StoreFolder()
    let run = try await ProbeRun.run(["disk", folder.url.path])
    #expect(run.lines.first == "refused inputOutput")
    #expect(run.lines.dropFirst().first == "accepted true afterwards whole")
    #expect(run.succeeded)
  }

  @Test func aFolderThatCannotBeWrittenIsRefusedByName() async throws {
    let folder = try StoreFolder()
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.url.path)
    let run = try await ProbeRun.run(["readonly", folder.url.path])
    #expect(run.lines == ["refused cannot open the store \(folder.database.path).lock: Permission denied"])
  }
}
