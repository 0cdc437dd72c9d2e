import Delivery
import Foundation

/// Opens a store that it may not write, as somebody whom modes bind.
struct ReadOnlyFolder {
  let folder: URL

  func run() async throws {
    if geteuid() == 0 {
      setgid(65534)
      setuid(65534)
    }
    do {
      _ = try await Probe.open(folder, at: Date())
      say("opened")
    } catch let failure as StoreFailure {
      say("refused \(failure)")
    }
  }
}
