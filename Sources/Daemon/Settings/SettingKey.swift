/// One key of the configuration: its path, its unit, and how its value gets into the settings.
package struct SettingKey: Sendable {
  /// Path with dots, for instance `limits.body_bytes`.
  package let path: String
  /// What a value is, for instance "bytes, 1024 to 16777216".
  package let unit: String

  private let assign: @Sendable (SettingValue, inout Settings) throws(SettingFault) -> Void

  private init(
    _ path: String, _ unit: String,
    _ assign: @escaping @Sendable (SettingValue, inout Settings) throws(SettingFault) -> Void
  ) {
    self.path = path
    self.unit = unit
    self.assign = assign
  }

  /// The environment variable that sets it.
  package var variable: String { Self.variable(for: path) }

  /// `MARROW_` and a path in capitals, everything but letters and digits as `_`.
  static func variable(for path: String) -> String {
    "MARROW_" + String(path.uppercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
  }

  /// Puts a value into the settings.
  func set(_ value: SettingValue, in settings: inout Settings) throws(SettingFault) { try assign(value, &settings) }

  /// A whole number.
  static func count(
    _ path: String, _ target: any (WritableKeyPath<Settings, Int> & Sendable), _ unit: String, _ range: ClosedRange<Int>
  ) -> SettingKey {
    SettingKey(path, "\(unit), \(range.lowerBound) to \(range.upperBound)") {
      (value, settings) throws(SettingFault) in
      guard let number = Int(try value.text()), range.contains(number) else {
        throw SettingFault(expected: "expected a whole number from \(range.lowerBound) to \(range.upperBound)")
      }
      settings[keyPath: target] = number
    }
  }

  /// A number that may have a fraction.
  static func amount(
    _ path: String, _ target: any (WritableKeyPath<Settings, Double> & Sendable), _ unit: String,
    _ range: ClosedRange<Double>
  ) -> SettingKey {
    let bounds = "\(shown(range.lowerBound)) to \(shown(range.upperBound))"
    return SettingKey(path, "\(unit), \(bounds)") { (value, settings) throws(SettingFault) in
      guard let number = Double(try value.text()), range.contains(number) else {
        throw SettingFault(expected: "expected a number of \(unit) from \(bounds)")
      }
      settings[keyPath: target] = number
    }
  }

  /// A text; `isGood` says which ones are taken.
  static func text(
    _ path: String, _ target: any (WritableKeyPath<Settings, String> & Sendable), _ unit: String,
    _ isGood: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> SettingKey {
    SettingKey(path, unit) { (value, settings) throws(SettingFault) in
      let text = try value.text()
      guard isGood(text) else { throw SettingFault(expected: "expected \(unit)") }
      settings[keyPath: target] = text
    }
  }

  /// A list of texts.
  static func list(
    _ path: String, _ target: any (WritableKeyPath<Settings, [String]> & Sendable), _ unit: String,
    _ isGood: @escaping @Sendable (String) -> Bool = { _ in true }
  ) -> SettingKey {
    SettingKey(path, "list of " + unit) { (value, settings) throws(SettingFault) in
      guard value.texts.allSatisfy(isGood) else { throw SettingFault(expected: "expected a list of \(unit)") }
      settings[keyPath: target] = value.texts
    }
  }

  /// True or false.
  static func flag(
    _ path: String, _ target: any (WritableKeyPath<Settings, Bool> & Sendable)
  ) -> SettingKey {
    SettingKey(path, "true or false") { (value, settings) throws(SettingFault) in
      switch try value.text().lowercased() {
      case "true", "yes", "on", "1": settings[keyPath: target] = true
      case "false", "no", "off", "0": settings[keyPath: target] = false
      default: throw SettingFault(expected: "expected true or false")
      }
    }
  }

  private static func shown(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}
