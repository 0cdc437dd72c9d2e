/// What one word adds to the reading grade of a text: by how much the grade would fall if every use had one syllable.
public struct WordCost: Sendable, Codable, Equatable, CustomStringConvertible {
  /// The word in lower case, but for abbreviations in capitals.
  public let word: String
  /// How often it is used.
  public let uses: Int
  /// Grades it adds.
  public let grades: Double

  /// `leukemia (3 times, 0.42)`
  public var description: String {
    let hundredths = Int((grades * 100).rounded())
    let rest = hundredths % 100
    return "\(word) (\(uses == 1 ? "once" : "\(uses) times"), \(hundredths / 100).\(rest < 10 ? "0" : "")\(rest))"
  }
}
