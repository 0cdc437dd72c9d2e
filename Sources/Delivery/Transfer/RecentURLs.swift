import Synchronization

/// The URLs that were sent to of late, parsed: a sender has few destinations and many messages, and judging a URL costs a
/// tenth of what the rest of a request does. Never more than ``capacity``, kept as long as the engine.
final class RecentURLs: Sendable {
  static let capacity = 64

  private let known = Mutex<[String: ParsedURL]>([:])

  /// The parsed form of a URL. Constant for one that was parsed of late.
  ///
  /// - Throws: what ``ParsedURL/init(_:)`` throws; a refusal is not remembered.
  func parsed(_ text: String) throws(TransferFailure) -> ParsedURL {
    if let url = known.withLock({ $0[text] }) { return url }
    let url = try ParsedURL(text)
    known.withLock { known in
      // Rare enough that there is nothing to gain from choosing whom to forget.
      if known.count >= RecentURLs.capacity { known.removeAll(keepingCapacity: true) }
      known[text] = url
    }
    return url
  }
}
