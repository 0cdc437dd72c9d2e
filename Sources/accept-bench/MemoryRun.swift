import Foundation

/// Resident memory of the daemon after some questions and after many, all different, with their replies delivered.
struct MemoryRun {
  let first: Int
  let last: Int

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("accept-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let sink = try Served(["serve-bare"])
    let server = try Served(["serve-marrow", folder.path, "lexical", "http://127.0.0.1:\(sink.port)"])
    let events = try Events()
    print(String(format: "at the start: %.1f MB", server.residentMegabytes))
    var before = 0.0
    var asked = 0
    for mark in [first, last] {
      while asked < mark {
        // In portions, since signatures are good for five minutes only.
        let load = try events.make(min(5000, mark - asked), for: "/webhooks/trial")
        asked += try Load(port: server.port, wires: load.map(\.wire), connections: 32).run().accepted.count
        if asked < mark { FileHandle.standardError.write(Data("\(asked) questions\n".utf8)) }
      }
      // What is still being sent is not counted.
      Thread.sleep(forTimeInterval: 10)
      let now = server.residentMegabytes
      print(String(format: "after %d questions: %.1f MB", asked, now))
      if before > 0 {
        print(String(format: "%+.1f %% (goal: within 10 %%)", (now / before - 1) * 100))
      }
      before = now
    }
    server.stop()
    sink.stop()
  }
}
