internal import Foundation

extension ChatPlatform {
  /// Whether the platform accepts what it signs itself with the configured keys, and refuses it with one byte changed. Passes
  /// where the settings hold no key that signs.
  package func roundTrip() async -> SelfTestResult {
    let check = "own signature accepted, changed body refused"
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    guard let request = simulated(question: "What is leukemia?", user: "U1", at: now) else {
      return SelfTestResult("no key that signs: nothing to try", passed: true)
    }
    var changed = request
    changed.body.append(UInt8(ascii: " "))
    let acceptsOwn = await accepts(request, at: now)
    let acceptsChanged = await accepts(changed, at: now)
    return SelfTestResult(check, passed: acceptsOwn && !acceptsChanged)
  }

  /// Whether the request is verified.
  func accepts(_ request: WebhookRequest, at now: Date) async -> Bool {
    do {
      try await verify(request, at: now)
      return true
    } catch {
      return false
    }
  }
}
