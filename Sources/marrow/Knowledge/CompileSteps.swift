import Foundation
import Synchronization

/// Prints what the compiler does and remembers that it did something.
final class CompileSteps: Sendable {
  private let count = Mutex(0)

  /// True where nothing was reported: the cache held the knowledge.
  var isEmpty: Bool { count.withLock { $0 == 0 } }

  /// Prints one step to standard error.
  func report(_ step: String, share: Double) {
    count.withLock { $0 += 1 }
    FileHandle.standardError.write(Data("\(Int((share * 100).rounded())) % \(step)\n".utf8))
  }
}
