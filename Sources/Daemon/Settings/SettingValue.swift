/// A value as a file, the environment or the command line states it, before a key gives it its type.
enum SettingValue: Equatable {
  /// One value.
  case scalar(String)
  /// Several.
  case list([String])

  /// One value, of a list that holds just one too.
  /// - Throws: ``SettingFault`` for a list.
  func text() throws(SettingFault) -> String {
    switch self {
    case .scalar(let text): return text
    case .list: throw SettingFault(expected: "expected one value, found a list")
    }
  }

  /// Several values; one that is written with commas counts as several, an empty one as none.
  var texts: [String] {
    switch self {
    case .list(let items): items
    case .scalar(let text): text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
    }
  }
}

extension StringProtocol {
  /// Without white space at its ends.
  var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
