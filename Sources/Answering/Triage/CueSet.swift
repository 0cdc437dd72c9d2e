/// A named list of phrases that mean one thing, such as "fever" or "will not stop".
///
/// A phrase is words parted by spaces; ` / ` parts several phrases on one line. A word may be
/// - `word`; `word*` for every word that begins so, `*word` for every word that ends so; capitals (`ALL`) ask for
///   capitals in the text
/// - `a|b|c*`: any one of these
/// - `@cue`: any phrase of another set, also as one of several alternatives
/// - `x?`: may be missing
/// - `<3>`: up to three words of any kind
/// - `!a|b`: not followed by these; `~a|b`: not preceded by these
/// - `^` and `$`: start and end of a clause; `^^` and `$$`: start and end of the message
///
/// A phrase never reaches across a sentence border. Apostrophes may be left out (`cant` also reads
/// "can't"), and a hyphen stands for a space (`car-t` also reads "car t").
public struct CueSet: Sendable, Equatable, Codable {
  /// The name that rules and other sets use.
  public let name: String
  /// What the set is for, for the person who reviews it.
  public let about: String
  /// The phrases, in the language above.
  public let phrases: [String]

  /// Makes a cue set from its parts.
  public init(name: String, about: String = "", phrases: [String]) {
    self.name = name
    self.about = about
    self.phrases = phrases
  }
}
