import Answering
import Foundation
import NIOConcurrencyHelpers
import NIOPosix

/// The file in which `marrow check --json` leaves its last report. It is read anew only where it changed.
final class CheckReportFile: Sendable {
  /// What the file holds.
  enum Content: Sendable {
    /// There is none.
    case absent
    /// It cannot be used, and why.
    case unusable(String)
    /// A report, and when it was written.
    case report(CheckSummary, made: Date)
  }

  private struct Known {
    let size: Int
    let made: Date
    let content: Content
  }

  /// Largest file that is read, in bytes; a report of the shipped suites has some six million.
  static let limit = 64 << 20

  /// The file.
  let url: URL
  private let known = NIOLockedValueBox<Known?>(nil)

  /// The file that the settings name, or `check.json` in the folder of the store.
  init(_ settings: Settings, state: StateFolder) {
    let path = settings.web.checkReport
    url = path.isEmpty ? state.url.appendingPathComponent("check.json") : URL(fileURLWithPath: path)
  }

  /// What the file holds now. Reads on a thread of its own.
  /// - Throws: `CancellationError` where the program ends meanwhile.
  func content() async throws -> Content { try await NIOThreadPool.singleton.runIfActive { self.read() } }

  private func read() -> Content {
    guard let facts = try? FileManager.default.attributesOfItem(atPath: url.path),
      let size = facts[.size] as? Int, let made = facts[.modificationDate] as? Date
    else { return .absent }
    if let known = known.withLockedValue({ $0 }), known.size == size, known.made == made { return known.content }
    let content = Self.content(of: url, size: size, made: made)
    known.withLockedValue { $0 = Known(size: size, made: made, content: content) }
    return content
  }

  private static func content(of file: URL, size: Int, made: Date) -> Content {
    guard size <= limit else { return .unusable("\(file.path): is larger than \(limit) bytes") }
    do {
      return .report(CheckSummary(try Baseline.read(file)), made: made)
    } catch {
      return .unusable(error.description)
    }
  }
}
