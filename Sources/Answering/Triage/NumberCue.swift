/// A named cue for numbers: a temperature that means fever, a span of time, or a plain value.
///
/// Numbers are read from digits ("38.7", "38,7", "101f") and from words ("thirty eight five", "one
/// hundred and one"). Rules and cue sets use the name like that of a cue set.
public struct NumberCue: Sendable, Equatable, Codable {
  /// What is measured.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// A body temperature in Celsius or Fahrenheit; without a unit, whichever of the two fits.
    case temperature
    /// A span of time, in minutes.
    case duration
    /// The number itself.
    case value
  }

  /// How a temperature is written.
  public enum Form: String, Sendable, Codable, CaseIterable {
    /// With a unit or a decimal fraction.
    case clear
    /// A whole number without a unit, which could be anything.
    case bare
  }

  /// The name that rules and cue sets use.
  public let name: String
  /// What is measured.
  public let kind: Kind
  /// How a temperature is written; `nil` takes both forms.
  public let form: Form?
  /// Smallest value: degrees Celsius, minutes, or the number itself.
  public let from: Double
  /// Largest value, in the unit of `from`.
  public let to: Double
  /// Smallest temperature in degrees Fahrenheit; temperatures only.
  public let fromFahrenheit: Double?
  /// Largest temperature in degrees Fahrenheit; temperatures only.
  public let toFahrenheit: Double?
  /// Letters that must stand right behind the number ("9yrs"); values only, `nil` asks for a number by itself.
  public let glued: [String]?
  /// Words that may not stand within two words before ("platelets 38").
  public let notAfter: [String]?
  /// Words that may not follow ("38 kg").
  public let notBefore: [String]?

  /// Whether no number at all lies in its range.
  var isEmpty: Bool {
    let hasFahrenheit = fromFahrenheit.map { from in toFahrenheit.map { from <= $0 } ?? false } ?? false
    return from > to && !hasFahrenheit
  }

  /// Makes a number cue from its parts; see the properties for units.
  public init(
    name: String, kind: Kind, form: Form? = nil, from: Double, to: Double, fromFahrenheit: Double? = nil,
    toFahrenheit: Double? = nil, glued: [String]? = nil, notAfter: [String]? = nil, notBefore: [String]? = nil
  ) {
    self.name = name
    self.kind = kind
    self.form = form
    self.from = from
    self.to = to
    self.fromFahrenheit = fromFahrenheit
    self.toFahrenheit = toFahrenheit
    self.glued = glued
    self.notAfter = notAfter
    self.notBefore = notBefore
  }
}
