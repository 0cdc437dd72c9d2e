/// "Hello there, ..." before a question: polite, and not a part of what is asked.
enum Salutation {
  /// Words that open a greeting.
  private static let openers: Set<String> = [
    "hello", "hi", "hiya", "hey", "heya", "howdy", "greetings", "evening", "morning",
  ]
  /// Words that open one together with a time of day.
  private static let times: Set<String> = ["morning", "afternoon", "evening", "day"]
  /// Words that may follow.
  private static let followers: Set<String> = [
    "there", "again", "all", "everyone", "everybody", "folks", "bot", "doc", "doctor",
  ]
  /// Words that ask; without one, what stands behind a greeting belongs to it.
  private static let asking: Set<String> = [
    "what", "whats", "how", "hows", "why", "which", "when", "where", "who", "whose", "is", "are", "was", "does", "do",
    "did",
    "can", "could", "will", "would", "should", "may", "tell", "explain", "please", "define", "describe",
  ]

  /// The terms without a greeting in front of a question.
  static func removed(from terms: [Term], tokens: [Token]) -> [Term] {
    let length = length(in: terms, tokens: tokens)
    let rest = terms.dropFirst(length)
    guard length > 0, rest.count > 1, rest.contains(where: { asking.contains($0.text) }) else { return terms }
    return Array(rest)
  }

  private static func length(in terms: [Term], tokens: [Token]) -> Int {
    guard let first = terms.first else { return 0 }
    var length = 0
    if first.text == "good", terms.count > 1, times.contains(terms[1].text) {
      length = 2
    } else if openers.contains(first.text) {
      length = 1
    }
    guard length > 0 else { return 0 }
    // "Hi all, what is ..." greets everyone; "Hi, ALL symptoms" does not: a follower stands in the greeting's own clause.
    let clause = tokens[first.token].clause
    while length < terms.count, followers.contains(terms[length].text), tokens[terms[length].token].clause == clause,
      length + 1 < terms.count, tokens[terms[length + 1].token].clause != clause || terms[length].text != "all"
    {
      length += 1
    }
    return length
  }
}
