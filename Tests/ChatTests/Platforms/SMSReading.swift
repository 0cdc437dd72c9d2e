import Chat

/// How many segments a telephone network makes of a text (3GPP TS 23.038 and 23.040), told apart from the platform's own code.
enum SMSReading {
  private static let basic =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
  private static let extended = "^{}\\[~]|€\u{0C}"

  /// True where all characters are of the GSM alphabet.
  static func isGSM(_ text: String) -> Bool {
    let alphabet = Set((basic + extended).unicodeScalars)
    return text.unicodeScalars.allSatisfy(alphabet.contains)
  }

  /// Segments; no unit of length in the strict sense, as a text's segments are not the sum of its parts'.
  static let segments = TextUnit { text in
    guard isGSM(text) else { return text.utf16.count <= 70 ? 1 : (text.utf16.count + 66) / 67 }
    let septets = text.unicodeScalars.reduce(0) { $0 + (extended.unicodeScalars.contains($1) ? 2 : 1) }
    return septets <= 160 ? 1 : (septets + 152) / 153
  }
}
