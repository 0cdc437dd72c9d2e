import Dispatch
import Foundation
import Matching
import Synchronization

/// Shows on standard error how far compiling is, once it has taken longer than a second; nothing where the cache holds the
/// knowledge and only the machine is slow.
///
/// A terminal gets a bar that is removed at the end; anything else gets one line.
final class CompileProgress: Sendable {
  private struct State {
    /// What the compiler does; nil before it has said anything.
    var step: String?
    var share = 0.0
    var isShown = false
    var isOver = false
  }

  private let state = Mutex(State())
  private let isTerminal: Bool

  private static let delay = 1.0
  private static let interval = 0.2
  private static let cells = 24

  private init() {
    let environment = ProcessInfo.processInfo.environment
    isTerminal = isatty(2) == 1 && environment["TERM", default: "dumb"] != "dumb"
  }

  /// Runs work that may have to compile, and shows its progress meanwhile.
  static func show<Result>(_ work: (@escaping KnowledgeCompiler.Progress) throws -> Result) rethrows -> Result {
    let progress = CompileProgress()
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "compile-progress"))
    timer.setEventHandler { progress.draw() }
    timer.schedule(deadline: .now() + delay, repeating: interval)
    timer.resume()
    defer {
      timer.cancel()
      progress.finish()
    }
    return try work { step, share in progress.update(step, share) }
  }

  private func update(_ step: String, _ share: Double) {
    state.withLock { ($0.step, $0.share) = (step, share) }
  }

  private func draw() {
    state.withLock { state in
      guard let step = state.step, !state.isOver, isTerminal || !state.isShown else { return }
      try? StandardStream.error.write(isTerminal ? "\r\(bar(step, state.share))\u{1B}[K" : Self.line)
      state.isShown = true
    }
  }

  private func finish() {
    state.withLock { state in
      if state.isShown && isTerminal { try? StandardStream.error.write("\r\u{1B}[K") }
      state.isOver = true
    }
  }

  /// The bar, cut where the terminal ends, since a line that wraps cannot be drawn over.
  private func bar(_ step: String, _ share: Double) -> Substring {
    let done = Int(share * Double(Self.cells))
    let bar = String(repeating: "#", count: done) + String(repeating: "-", count: Self.cells - done)
    let columns = Terminal(.error).columns ?? 0
    return "Compiling knowledge [\(bar)] \(step)".prefix(max(columns - 1, 0))
  }

  private static let line = "Compiling knowledge; this is done once after each change of it and takes some seconds.\n"
}
