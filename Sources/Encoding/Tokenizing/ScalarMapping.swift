/// What a range of Unicode scalars turns into.
struct ScalarMapping: Sendable {
  private let first: UInt32
  let last: UInt32
  private let rule: Rule
  private let target: [UInt32]

  private enum Rule {
    case moved
    case everySecondMoved
    case allToOne
  }

  /// `41-5a>61`, `182-184/183`, `c0-c5=61` or `9cb>9c7,9be`, hexadecimal; `UnicodeTables` says what they mean.
  ///
  /// Nothing for an entry that is none of these.
  init?(entry: Substring) {
    guard let sign = entry.firstIndex(where: { ">/=".contains($0) }) else { return nil }
    let ends = entry[..<sign].split(separator: "-").compactMap { UInt32($0, radix: 16) }
    let target = entry[entry.index(after: sign)...].split(separator: ",").compactMap { UInt32($0, radix: 16) }
    guard let first = ends.first, let last = ends.last, !target.isEmpty else { return nil }
    (self.first, self.last, self.target) = (first, last, target)
    rule = entry[sign] == ">" ? .moved : entry[sign] == "/" ? .everySecondMoved : .allToOne
  }

  /// What this scalar turns into, if it is one of these.
  func apply(to scalar: UInt32) -> [UInt32]? {
    guard first <= scalar, scalar <= last else { return nil }
    let distance = scalar - first
    switch rule {
    case .moved: return distance == 0 ? target : [target[0] + distance]
    case .everySecondMoved: return distance % 2 == 0 ? [target[0] + distance] : nil
    case .allToOne: return target
    }
  }
}
