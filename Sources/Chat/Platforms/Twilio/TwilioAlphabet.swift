internal import Foundation

/// The alphabet of short messages: GSM 03.38, seven bits a character. One character that is not in it makes sixteen bits of all.
enum TwilioAlphabet {
  /// Septets of one segment of a joined message, and UTF-16 units where it has other characters.
  private static let septets = 153
  private static let units = 67
  /// Characters that Twilio takes in one message, whatever its way.
  static let longest = 1600

  private static let basic = Set(
    ("@£$¥èéùìòÇ\nØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
      + "abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)
  private static let extended = Set("^{}\\[~]|€".unicodeScalars)

  /// Signs that carriers charge double for, and what says the same.
  private static let simple: [Unicode.Scalar: String] = [
    "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"",
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-", "\u{2212}": "-",
    "\u{2026}": "...", "\u{00A0}": " ", "\u{2009}": " ", "\u{202F}": " ", "\u{200B}": "", "\u{00AD}": "", "\t": " ",
    "\u{2022}": "-", "\u{2264}": "<=", "\u{2265}": ">=", "\u{00D7}": "x",
  ]

  /// The text with typographic signs as plain ones.
  static func simplified(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.replacingScalars { simple[$0] }
  }

  /// What a message of so many segments has room for: septets if the alphabet has all of the text, else UTF-16 units. Never more
  /// than Twilio takes.
  static func room(for text: String, segments: Int) -> (limit: Int, unit: TextUnit) {
    text.unicodeScalars.allSatisfy { basic.contains($0) || extended.contains($0) }
      ? (
        min(septets * segments, longest),
        TextUnit { $0.unicodeScalars.reduce(0) { $0 + (extended.contains($1) ? 2 : 1) } }
      )
      : (min(units * segments, longest), .utf16)
  }
}
