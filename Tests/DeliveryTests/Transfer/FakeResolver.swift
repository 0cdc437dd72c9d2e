public import Foundation
import Glibc
import Synchronization

/// The system's name look-up as these tests need it: it stands before the real one in this process, answers for names below
/// `.fake.test`, and leaves all others to the real one.
final class FakeResolver: Sendable {
  static let shared = FakeResolver()

  enum Answer: Sendable {
    case addresses([String])
    /// No answer before `release`.
    case hang(until: DispatchSemaphore)
  }

  private let state = Mutex((answers: [String: [Answer]](), lookups: [String: Int]()))

  /// Sets the answers to the look-ups of a name, one after the other; the last one stays.
  func answer(_ name: String, _ answers: [Answer]) {
    state.withLock { $0.answers[name] = answers }
  }

  func lookups(of name: String) -> Int { state.withLock { $0.lookups[name, default: 0] } }

  fileprivate func next(for name: String) -> Answer? {
    state.withLock { state in
      guard var answers = state.answers[name], let first = answers.first else { return nil }
      state.lookups[name, default: 0] += 1
      if answers.count > 1 { answers.removeFirst() }
      state.answers[name] = answers
      return first
    }
  }
}

private typealias Lookup =
  @convention(c) (
    UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<addrinfo>?,
    UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>?
  ) -> Int32

/// The C library's own function.
private let realLookup: Lookup? = dlsym(UnsafeMutableRawPointer(bitPattern: -1), "getaddrinfo")
  .map { unsafeBitCast($0, to: Lookup.self) }

/// What libcurl calls instead of the C library's function of this name.
@_cdecl("getaddrinfo")
public func fakeLookup(
  _ node: UnsafePointer<CChar>?, _ service: UnsafePointer<CChar>?, _ hints: UnsafePointer<addrinfo>?,
  _ result: UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>?
) -> Int32 {
  guard let realLookup else { return EAI_FAIL }
  guard let node, let answer = FakeResolver.shared.next(for: String(cString: node)) else {
    return realLookup(node, service, hints, result)
  }
  switch answer {
  case .hang(let until):
    until.wait()
    until.signal()
    return EAI_AGAIN
  case .addresses(let addresses):
    var last = result
    for address in addresses {
      guard realLookup(address, service, hints, last) == 0 else { return EAI_NONAME }
      while let next = last?.pointee { last = withUnsafeMutablePointer(to: &next.pointee.ai_next) { $0 } }
    }
    return 0
  }
}
