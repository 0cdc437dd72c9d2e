import Foundation
import Matching
import Testing

@Suite("The engine as a plain intent matcher")
struct IntentMatcherTests {
  private static let set: IntentSet = IntentSet(
    training: messages([
      "balance": [
        "what is my balance", "how much money do i have", "show my account balance", "money left in my account",
      ],
      "weather": ["will it rain today", "what is the weather like", "is it sunny tomorrow", "weather forecast please"],
      "alarm": ["wake me up at seven", "set an alarm for six", "i need an alarm tomorrow morning", "alarm at noon"],
    ]) + strange(["who wrote hamlet", "name the planets", "how tall is the tower", "translate this poem"]),
    calibration: messages([
      "balance": ["tell me my balance", "how much is in my account"], "weather": ["does it rain tomorrow"],
      "alarm": ["please set an alarm for eight"],
    ]) + strange(["who painted this", "name the rivers"]))

  private static func messages(_ texts: [String: [String]]) -> [IntentSet.Message] {
    texts.sorted { $0.key < $1.key }.flatMap { intent, texts in
      texts.map { IntentSet.Message(text: $0, intent: intent) }
    }
  }

  private static func strange(_ texts: [String]) -> [IntentSet.Message] {
    texts.map { IntentSet.Message(text: $0, intent: nil) }
  }

  private let matcher = IntentMatcher(
    IntentMatcherTests.set, encoder: nil, cache: FileManager.default.temporaryDirectory, relearns: false)

  @Test("knows messages like those it has learned")
  func intents() {
    #expect(matcher.reply(to: "what is the balance of my account").intent == "balance")
    #expect(matcher.reply(to: "set the alarm").intent == "alarm")
  }

  @Test("is surer of declining what is like nothing it has learned")
  func outside() {
    let inside = matcher.reply(to: "what is my account balance")
    let outside = matcher.reply(to: "who wrote the name of the planets")
    #expect(outside.declining > inside.declining)
    #expect(inside.probability > outside.probability)
  }

  @Test("gives the same on every run")
  func deterministic() {
    let twin = IntentMatcher(Self.set, encoder: nil, cache: FileManager.default.temporaryDirectory, relearns: false)
    #expect(matcher.reply(to: "rain tomorrow") == twin.reply(to: "rain tomorrow"))
  }
}
