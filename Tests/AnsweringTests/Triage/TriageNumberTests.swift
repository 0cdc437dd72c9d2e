import Answering
import Testing

@Suite struct TriageNumberTests {
  private static let fever = NumberCue(
    name: "n", kind: .temperature, from: 37.5, to: 43, fromFahrenheit: 99.5, toFahrenheit: 109,
    notAfter: ["platelets"], notBefore: ["kg"])

  private func isFever(_ text: String, form: NumberCue.Form? = nil) throws -> Bool {
    let cue = NumberCue(
      name: "n", kind: .temperature, form: form, from: 37.5, to: 43, fromFahrenheit: 99.5, toFahrenheit: 109,
      notAfter: ["platelets"], notBefore: ["kg"])
    return try TriageFixtures.fires(TriageFixtures.rules("@n", numbers: [cue]), text)
  }

  @Test(arguments: [
    "38.7", "38,7", "38.7c", "39 C", "101F", "100.4", "99.5", "37.5", "39 degrees", "38 point 5", "38.5°",
    "102 fahrenheit",
    "thirty eight five", "thirty-nine", "one hundred and two", "a hundred and one", "one oh two", "101 and a half",
    "thirty eight point four", "40",
  ])
  func temperature_isRead(_ text: String) throws {
    #expect(try isFever("temp \(text) now"))
  }

  @Test(arguments: [
    "37.4", "99.4", "36.9 c", "98.6", "38 f", "101 c", "120", "45", "15", "platelets 38", "38 kg", "six",
  ])
  func otherNumber_isNoFever(_ text: String) throws {
    #expect(try !isFever("it says \(text) now"))
  }

  @Test func form_tellsClearFromBare() throws {
    #expect(try isFever("38.2", form: .clear))
    #expect(try isFever("39 c", form: .clear))
    #expect(try !isFever("39", form: .clear))
    #expect(try isFever("39", form: .bare))
    #expect(try !isFever("38.2", form: .bare))
  }

  @Test(arguments: [
    ("10 minutes", true), ("9 min", false), ("1 hour", true), ("half hour", false), ("two days", true), ("45min", true),
    ("5min", false),
  ])
  func duration_countsInMinutes(_ text: String, _ expected: Bool) throws {
    let cue = NumberCue(name: "n", kind: .duration, from: 10, to: 20_160)
    #expect(try TriageFixtures.fires(TriageFixtures.rules("@n", numbers: [cue]), text) == expected)
  }

  @Test(arguments: [("i am 9yrs", true), ("i am 9", false), ("i am 9kg", false)])
  func value_mayAskForGluedLetters(_ text: String, _ expected: Bool) throws {
    let cue = NumberCue(name: "n", kind: .value, from: 4, to: 12, glued: ["yo", "yrs"])
    #expect(try TriageFixtures.fires(TriageFixtures.rules("i am @n", numbers: [cue]), text) == expected)
  }

  @Test(arguments: [("i am 10", true), ("i am nine", true), ("i am 45", false), ("i am 10 days in", false)])
  func value_hasBordersAndForbiddenUnits(_ text: String, _ expected: Bool) throws {
    let cue = NumberCue(name: "n", kind: .value, from: 4, to: 12, notBefore: ["days"])
    #expect(try TriageFixtures.fires(TriageFixtures.rules("i am @n", numbers: [cue]), text) == expected)
  }
}
