/// English words that lean on what was said before instead of asking something of their own.
enum FollowUpWords {
  /// Words that ask to stay with the last answer: "tell me more", "again please", "in what case".
  static let staying: Set<String> = [
    "more", "again", "repeat", "repeated", "once", "pardon", "else", "case", "cases", "detail", "details", "further",
    "continue", "on", "example", "simple", "simpler", "simply", "plain", "plainly", "sorry", "reason", "happen",
    "happens",
    "work", "works", "used", "given", "done", "exactly", "bit", "say", "said", "elaborate", "expand", "start", "finish",
  ]
  /// Words that ask to hear the last answer again.
  static let repeating: Set<String> = ["again", "repeat", "pardon", "once", "rephrase"]
  /// Words that ask for what stands next to the last answer.
  static let next: Set<String> = ["next", "after", "afterwards", "follows", "following", "then", "comes"]
  /// Words that ask for the other of two.
  static let other: Set<String> = ["other", "another"]
  /// Words around a choice or a change of subject that carry nothing themselves.
  static let fillers: Set<String> = [
    "number", "option", "choice", "part", "parts", "item", "point", "kind", "type", "version", "one", "ones", "please",
    "same",
    "question", "thing", "sorry", "meant", "mean", "think", "rather", "instead", "case", "bit", "stage", "round", "and",
    "with",
    "but", "leukemia", "leukaemia", "disease", "used", "done", "given", "works", "work", "happens", "go", "goes",
    "person",
    "people", "somebody", "patient", "patients",
  ]
  /// Places in a list, in words, figures and letters.
  static let places: [String: Int] = [
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4, "6": 5, "7": 6, "8": 7, "9": 8, "one": 0, "two": 1, "three": 2, "four": 3,
    "five": 4,
    "six": 5, "first": 0, "1st": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "fifth": 4,
    "5th": 4,
    "sixth": 5, "6th": 5, "last": -1, "a": 0, "b": 1, "c": 2, "d": 3,
  ]
  /// Places that count only where they stand alone, since they are also ordinary words.
  static let loneOnly: Set<String> = ["a", "b", "c", "d", "one"]
}
