import Foundation
import Heap

/// What the process takes.
package enum ProcessMemory {
  /// Has all threads share two of the C library's heaps, for programs that run for long: with a heap a thread, memory grows by a
  /// fifth over a hundred thousand questions although nothing more is held. To be called first of all.
  package static func shareHeaps() { _ = marrow_share_heaps(2) }

  /// Resident memory in bytes; 0 where the system does not say.
  static var residentBytes: Double {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
  }
}
