internal import Knowledge

extension YAMLMap {
  /// One of the cases of an enumeration; reported where the value is none of them or the key is missing.
  func choice<Value: RawRepresentable & CaseIterable>(_ key: String, log: ProblemLog) -> Value?
  where Value.RawValue == String {
    let written = text(key)
    return written.isEmpty ? nil : choice(of: written, key: key, log: log)
  }

  /// The same where the key may be missing.
  func optionalChoice<Value: RawRepresentable & CaseIterable>(_ key: String, log: ProblemLog) -> Value?
  where Value.RawValue == String {
    optionalText(key).flatMap { choice(of: $0, key: key, log: log) }
  }

  private func choice<Value: RawRepresentable & CaseIterable>(of written: String, key: String, log: ProblemLog)
    -> Value?
  where Value.RawValue == String {
    if let value = Value(rawValue: written) { return value }
    let known = Value.allCases.map(\.rawValue).joined(separator: ", ")
    log.report(place(of: key), key: key, "unknown value \"\(written)\"; expected one of \(known)")
    return nil
  }

  /// A number that must be there.
  func number(_ key: String, log: ProblemLog) -> Double {
    if let number = optionalNumber(key) { return number }
    if !has(key) { log.report(place(of: key), key: key, "is missing") }
    return 0
  }

  /// A list of numbers; empty where the key is missing.
  func numbers(_ key: String, log: ProblemLog) -> [Double] {
    placedTexts(key).compactMap { text, place in
      if let number = Double(text) { return number }
      log.report(place, key: key, "expected a number, found \"\(text)\"")
      return nil
    }
  }

  /// Every word of a list of texts.
  func words(_ key: String) -> [String] {
    texts(key).flatMap { $0.split(separator: " ").map(String.init) }
  }

  /// A list of texts that must not be empty.
  func someTexts(_ key: String, log: ProblemLog) -> [String] {
    let texts = texts(key)
    if texts.isEmpty { log.report(place(of: key), key: key, "is missing or empty") }
    return texts
  }

  /// The ids below `sources`; at least one, each of them known.
  func sources(known: Set<String>, log: ProblemLog) -> [String] {
    for (id, place) in placedTexts("sources") where !known.contains(id) {
      log.report(place, key: "sources", "there is no source \"\(id)\" in sources.yaml")
    }
    return someTexts("sources", log: log)
  }
}
