/// Finds the numbers of a message, in digits and in words, and holds them against number cues.
struct NumberReader {
  /// One number of the message.
  struct Found {
    let start: Int
    let end: Int
    let value: Double
    let hasFraction: Bool
    /// Letters written right behind the number, such as `c`, `f`, `yrs` or `min`.
    let unit: String?
  }

  private let reading: Reading

  init(_ reading: Reading) {
    self.reading = reading
  }

  /// Every number in order; numbers never overlap.
  func numbers() -> [Found] {
    var found: [Found] = []
    var index = 0
    while index < reading.words.count {
      if let number = digits(at: index) ?? spoken(at: index) {
        found.append(number)
        index = number.end
      } else {
        index += 1
      }
    }
    return found
  }

  private func text(_ index: Int) -> String? {
    index < reading.words.count ? reading.words[index].text : nil
  }

  // MARK: Digits

  private func digits(at index: Int) -> Found? {
    guard let word = text(index), let first = word.utf8.first, (0x30...0x39).contains(first),
      let (value, hasFraction, unit) = Self.parse(word)
    else { return nil }
    if !hasFraction, unit == nil, value < 120, let (tenths, end) = fraction(after: index) {
      return Found(start: index, end: end, value: value + tenths, hasFraction: true, unit: nil)
    }
    return Found(start: index, end: index + 1, value: value, hasFraction: hasFraction, unit: unit)
  }

  /// "38 point 5", "38 5" and, from "38,5", two tokens in two clauses; "101 and a half".
  private func fraction(after index: Int) -> (Double, Int)? {
    if text(index + 1) == "point" || text(index + 1) == "comma", let tenths = tenth(index + 2) {
      return (tenths, index + 3)
    }
    if let tenths = tenth(index + 1), text(index)?.count ?? 0 > 1 { return (tenths, index + 2) }
    if text(index + 1) == "and" || text(index + 1) == "n", text(index + 2) == "a", text(index + 3) == "half" {
      return (0.5, index + 4)
    }
    return nil
  }

  private func tenth(_ index: Int) -> Double? {
    guard let word = text(index), word.utf8.count == 1, let digit = Double(word) else { return nil }
    return digit / 10
  }

  /// "38.7", "38,7", "101f", "39°c", "40min", "9yrs"; other letters behind the number make it no number.
  static func parse(_ word: String) -> (value: Double, hasFraction: Bool, unit: String?)? {
    let number = word.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
    let rest = word.dropFirst(number.count).filter { $0 != "°" && $0 != "º" }
    guard rest.count <= 8, rest.allSatisfy(\.isLetter) else { return nil }
    let plain = String(number.map { $0 == "," ? "." : $0 })
    guard let value = Double(plain.hasSuffix(".") ? String(plain.dropLast()) : plain) else { return nil }
    return (value, plain.contains("."), rest.isEmpty ? nil : rest)
  }

  // MARK: Words

  private static let units: [String: Double] = [
    "zero": 0, "oh": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
  ]
  private static let teens: [String: Double] = [
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
  ]

  private func spoken(at index: Int) -> Found? {
    guard let word = text(index) else { return nil }
    if let hundred = hundred(at: index) { return hundred }
    if let teen = Self.teens[word] { return whole(teen, index, index + 1) }
    if let ten = Self.tens[word] { return compound(ten, at: index) }
    if let unit = Self.units[word], word != "oh", word != "one" { return whole(unit, index, index + 1) }
    return nil
  }

  private func whole(_ value: Double, _ start: Int, _ end: Int) -> Found {
    Found(start: start, end: end, value: value, hasFraction: false, unit: nil)
  }

  /// "thirty eight", "thirty eight five", "thirty eight point five".
  private func compound(_ ten: Double, at index: Int) -> Found {
    guard let word = text(index + 1), let unit = Self.units[word], unit > 0 else {
      return whole(ten, index, index + 1)
    }
    return withSpokenTenth(ten + unit, from: index, after: index + 2)
  }

  /// "a hundred and two", "one oh two point four", "hundred point four".
  private func hundred(at index: Int) -> Found? {
    let opening = text(index)
    if opening == "one", text(index + 1) == "oh" || text(index + 1) == "o", let unit = unit(index + 2) {
      return withSpokenTenth(100 + unit, from: index, after: index + 3)
    }
    let hundred = opening == "hundred" ? index : (opening == "one" || opening == "a") ? index + 1 : -1
    guard hundred >= 0, text(hundred) == "hundred" else { return nil }
    let next = text(hundred + 1) == "and" ? hundred + 2 : hundred + 1
    guard let unit = unit(next) else { return withSpokenTenth(100, from: index, after: hundred + 1) }
    return withSpokenTenth(100 + unit, from: index, after: next + 1)
  }

  private func unit(_ index: Int) -> Double? {
    text(index).flatMap { Self.units[$0] }
  }

  private func withSpokenTenth(_ value: Double, from start: Int, after end: Int) -> Found {
    let hasPoint = text(end) == "point"
    guard let word = text(hasPoint ? end + 1 : end), let unit = Self.units[word], hasPoint || word != "one" else {
      return whole(value, start, end)
    }
    return Found(start: start, end: end + (hasPoint ? 2 : 1), value: value + unit / 10, hasFraction: true, unit: nil)
  }
}
