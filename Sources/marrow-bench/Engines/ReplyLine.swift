internal import Foundation

/// A line of an engine's process, as `Peers/peers.py` writes it too.
struct ReplyLine: Encodable {
  let set: String
  let label: String?
  let score: Double
  let declines: Bool?
  let offers: [String]?

  init(set: String, reply: EngineReply) {
    self.set = set
    label = reply.label
    score = reply.score
    declines = reply.declines
    offers = reply.offers
  }

  /// The line.
  func json() throws -> String { try String(decoding: JSONEncoder().encode(self), as: UTF8.self) }

  /// The last line.
  static func cost(milliseconds: Double, megabytes: Double) throws -> String {
    try String(
      decoding: JSONEncoder().encode(["milliseconds": milliseconds, "megabytes": megabytes]), as: UTF8.self)
  }
}
