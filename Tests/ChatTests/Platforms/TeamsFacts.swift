import Chat
import Foundation

extension PlatformFacts {
  /// Markdown in one response, and nothing else.
  static let teams = PlatformFacts(
    type: TeamsPlatform.self, signedHeaders: ["authorization"], signsBody: true, limitsAge: false,
    delivered: OutgoingResponse(status: 200),
    shown: { [Shown(text: try $0.content(as: TextMessage.self).text, limit: 20_000, unit: .jsonBytes)] }, buttons: nil,
    read: TeamsReading.read, isActive: TeamsReading.isActive, onlyResponds: true)
}
