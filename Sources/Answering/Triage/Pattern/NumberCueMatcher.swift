/// Holds the numbers of a message against one number cue.
struct NumberCueMatcher: Sendable {
  private let cue: NumberCue
  private let notAfter: Set<String>
  private let notBefore: Set<String>

  init(_ cue: NumberCue) {
    self.cue = cue
    notAfter = Set(cue.notAfter ?? [])
    notBefore = Set(cue.notBefore ?? [])
  }

  /// The numbers that the cue accepts, with the unit that follows.
  func matches(_ numbers: [NumberReader.Found], in reading: Reading) -> [CueMatch] {
    numbers.compactMap { number in
      guard !isForbidden(number, in: reading) else { return nil }
      return switch cue.kind {
      case .value: value(number)
      case .duration: duration(number, in: reading)
      case .temperature: temperature(number, in: reading)
      }
    }
  }

  private func isForbidden(_ number: NumberReader.Found, in reading: Reading) -> Bool {
    let earlier = reading.words[max(0, number.start - 2)..<number.start]
    if earlier.contains(where: { notAfter.contains($0.text) }) { return true }
    return number.end < reading.words.count && notBefore.contains(reading.words[number.end].text)
  }

  private func value(_ number: NumberReader.Found) -> CueMatch? {
    guard (cue.from...cue.to).contains(number.value), fits(number.unit) else { return nil }
    return CueMatch(start: number.start, end: number.end)
  }

  private func fits(_ unit: String?) -> Bool {
    guard let glued = cue.glued else { return unit == nil }
    return unit.map(glued.contains) ?? false
  }

  private func duration(_ number: NumberReader.Found, in reading: Reading) -> CueMatch? {
    if let glued = number.unit {
      guard let unit = Self.minutes(in: glued), (cue.from...cue.to).contains(number.value * unit) else { return nil }
      return CueMatch(start: number.start, end: number.end)
    }
    guard number.end < reading.words.count, let unit = Self.minutes(in: reading.words[number.end].text),
      (cue.from...cue.to).contains(number.value * unit)
    else { return nil }
    return CueMatch(start: number.start, end: number.end + 1)
  }

  /// How many minutes a unit of time has; `nil` for other words.
  static func minutes(in unit: String) -> Double? {
    switch unit {
    case "min", "mins", "minute", "minutes", "minuts", "minits": 1
    case "h", "hr", "hrs", "hour", "hours", "ours": 60
    case "day", "days": 1_440
    case "week", "weeks", "wk", "wks": 10_080
    default: nil
    }
  }

  private func temperature(_ number: NumberReader.Found, in reading: Reading) -> CueMatch? {
    guard number.unit == nil || number.unit == "c" || number.unit == "f" else { return nil }
    let (unit, end) = temperatureUnit(of: number, in: reading)
    let isClear = unit != nil || number.hasFraction || end > number.end
    if let form = cue.form, (form == .clear) != isClear { return nil }
    let celsius = unit != "f" && (cue.from...cue.to).contains(number.value)
    let fahrenheit = unit != "c" && isFahrenheit(number.value)
    return celsius || fahrenheit ? CueMatch(start: number.start, end: end) : nil
  }

  private func isFahrenheit(_ value: Double) -> Bool {
    guard let from = cue.fromFahrenheit, let to = cue.toFahrenheit else { return false }
    return value >= from && value <= to
  }

  /// The unit with the number or after it ("39 degrees celsius"), and where the whole ends.
  private func temperatureUnit(of number: NumberReader.Found, in reading: Reading) -> (String?, Int) {
    if let unit = number.unit { return (unit, number.end) }
    var end = number.end
    while end < reading.words.count, ["degrees", "degree", "deg", "°"].contains(reading.words[end].text) { end += 1 }
    guard end < reading.words.count else { return (nil, end) }
    switch reading.words[end].text {
    case "c", "celsius", "centigrade", "°c": return ("c", end + 1)
    case "f", "fahrenheit", "farenheit", "fahrenhiet", "°f": return ("f", end + 1)
    default: return (nil, end)
    }
  }
}
