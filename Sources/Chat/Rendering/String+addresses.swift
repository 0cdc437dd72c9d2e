extension String {
  /// The text with `write` applied to what lies between addresses of pages. The addresses stay as they are, so that they can be
  /// followed: no platform reads marks in them, and an escape would become part of them.
  ///
  /// - Parameter write: gets a piece, and whether it begins a line.
  func rewritten(betweenAddresses write: (_ piece: Substring, _ startsLine: Bool) -> String) -> String {
    var result = ""
    var rest = self[...]
    while let address = rest.firstRange(of: /https?:\/\/[A-Za-z0-9\/._?=&%#:+\-]+/) {
      result += write(rest[..<address.lowerBound], result.isEmpty || result.hasSuffix("\n"))
      result += rest[address]
      rest = rest[address.upperBound...]
    }
    return result + write(rest, result.isEmpty || result.hasSuffix("\n"))
  }
}
