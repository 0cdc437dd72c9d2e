import Foundation
import TransferBaseline

/// One way to send the requests of a round.
protocol Contender {
  var name: String { get }
  func run(_ workload: Workload, url: String) throws
}

/// libcurl's multi interface in plain C.
struct Baseline: Contender {
  let name = "C multi loop"

  func run(_ workload: Workload, url: String) throws {
    let answered = workload.body.withUnsafeBytes { body in
      marrow_baseline_post(
        url, body.bindMemory(to: CChar.self).baseAddress, body.count, Int32(workload.requests), Int32(workload.inFlight)
      )
    }
    guard Int(answered) == workload.requests else { throw BenchFailure.unanswered(workload.requests - Int(answered)) }
  }
}
