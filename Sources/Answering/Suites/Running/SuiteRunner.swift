internal import Dispatch
package import Foundation
internal import Synchronization

/// Runs suites over all cores. The results are in file order and the same on every run.
package struct SuiteRunner: Sendable {
  /// Told how many cases of how many are done, from any thread.
  package typealias Progress = @Sendable (Int, Int) -> Void

  private let runner: CaseRunner

  /// The time at which every conversation starts: noon of a day in winter, so that no verdict depends on the calendar.
  package static let start = Date(timeIntervalSince1970: 1_767_268_800)

  /// A runner that asks `responder`.
  package init(_ responder: Responder) {
    runner = CaseRunner(responder, start: Self.start)
  }

  /// Runs every case of every suite; with a perturbation, its questions in their perturbed form.
  package func run(
    _ suites: [Suite], perturbation: Perturbation? = nil, progress: @escaping Progress = { _, _ in }
  ) -> [SuiteResult] {
    let cases = suites.flatMap(\.cases)
    let results = run(cases, perturbation: perturbation, progress: progress)
    var rest = results[...]
    return suites.map { suite in
      let own = Array(rest.prefix(suite.cases.count))
      rest = rest.dropFirst(suite.cases.count)
      return SuiteResult(of: suite, cases: own, isPerturbed: perturbation != nil)
    }
  }

  private func run(_ cases: [CannedCase], perturbation: Perturbation?, progress: @escaping Progress) -> [CaseResult] {
    let finished = Mutex<[Int: CaseResult]>([:])
    DispatchQueue.concurrentPerform(iterations: cases.count) { index in
      let canned = cases[index]
      let variant = perturbation?.variant(of: canned) ?? canned
      let result = runner.run(variant)
      let count = finished.withLock { done in
        done[index] = result
        return done.count
      }
      progress(count, cases.count)
    }
    let done = finished.withLock { $0 }
    return cases.enumerated().map { index, canned in
      done[index] ?? CaseRunner.unjudged(canned, turns: [], error: "the case was not run")
    }
  }
}
