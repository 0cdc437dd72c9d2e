import Delivery
import Foundation

/// Meets a disk that refuses to write, by a limit on the size of files, and then one that works again.
struct FailingDisk {
  let folder: URL

  func run() async throws {
    let now = Date()
    let store = try await Probe.open(folder, at: now)
    // Beyond the limit a write gives an error instead of ending the process.
    signal(SIGXFSZ, SIG_IGN)
    limitFiles(to: 200_000)
    var accepted = try await accept(store, from: 0, at: now)
    for attempt in 0..<3 { accepted = try await accept(store, from: accepted, attempt: attempt, at: now) }
    limitFiles(to: rlim_t.max)
    _ = try await store.accept(Probe.message("after", lane: "after", Probe.key(), at: now), at: now)
    let census = try await store.census()
    let isWhole = census.pending == accepted + 1 && census.rememberedMessages == accepted + 1
    say("accepted \(accepted > 0) afterwards \(isWhole ? "whole" : "half \(accepted) \(census)")")
    let claimed = try await store.claim(
      ClaimRequest(now: now, lease: .seconds(1), limit: 10, limitPerEndpoint: 10))
    say("claimed \(claimed.replies.count)")
    await store.close()
  }

  /// Accepts until that fails, and says how.
  private func accept(_ store: SQLiteStore, from count: Int, attempt: Int = -1, at now: Date) async throws -> Int {
    for number in count..<count + 10_000 {
      do {
        _ = try await store.accept(Probe.message("m\(number)", lane: "l\(number)", Probe.key(), at: now), at: now)
      } catch let failure as StoreFailure {
        if attempt < 0 { say("refused \(name(failure))") }
        return number
      }
    }
    return count
  }

  private func name(_ failure: StoreFailure) -> String {
    switch failure {
    case .inputOutput: "inputOutput"
    default: "\(failure)"
    }
  }

  private func limitFiles(to size: rlim_t) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = min(size, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }
}
