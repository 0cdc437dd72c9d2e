package import Answering

/// What a rehearsal of kills found.
package struct KillReport: Sendable {
  /// Seed of the dice.
  package let seed: UInt64
  /// How often the daemon was killed.
  package let kills: Int
  /// Questions that the daemon said 2xx to.
  package let accepted: Int
  /// Of those, questions whose reply never arrived.
  package let lost: Int
  /// Times that the receiver got a reply again under the same idempotency key, by which it can tell; a receiver that takes
  /// too long to answer, or answers what cannot be understood, causes them as kills do.
  package let resends: Int
  /// Questions that got replies under more than one key, so that a receiver that knows keys would show two.
  package let answeredTwice: Int
  /// Replies that arrived before that of an earlier question of their conversation.
  package let inversions: Int
  /// Requests that the receiver refused, cut short or let wait.
  package let failures: Int

  /// True where nothing was lost or answered twice and order was kept.
  package var isGood: Bool { lost == 0 && answeredTwice == 0 && inversions == 0 }

  /// What it comes to, in a sentence.
  package var verdict: String {
    guard !isGood else {
      return "good: \(accepted) questions over \(kills) kills, none lost or answered twice, order kept"
    }
    return "bad: of \(accepted) questions \(lost) lost, \(answeredTwice) answered twice, \(inversions) out of order"
  }

  /// One JSON object.
  package var json: JSONValue {
    .object([
      ("seed", .string(String(seed))), ("kills", .integer(kills)), ("accepted", .integer(accepted)),
      ("lost", .integer(lost)), ("answered_twice", .integer(answeredTwice)), ("resends", .integer(resends)),
      ("inversions", .integer(inversions)), ("receiver_failures", .integer(failures)),
    ])
  }
}
