internal import Knowledge
/// Holds the wording against its rules: action and contact first, easy to read, says that it is a program, stays.
package struct WordingCheck {
  /// Highest Flesch-Kincaid grade of a takeover reply.
  static let highestReplyGrade = 6.0
  /// Highest grade of a notice.
  static let highestNoticeGrade = 8.0
  /// Characters within which action and contact stand.
  static let openingLength = 200
  /// What every crisis reply must do, after the rubric of VERA-MH.
  package static let crisisPoints: Set<String> = [
    "names-the-pain", "no-blame", "asks-if-safe", "one-free-contact", "professional", "trusted-person", "imminent",
    "not-alone", "distance", "stays", "is-a-program",
  ]
  /// What no reply says: belittling, a goodbye, and talk of methods.
  package static let forbidden = [
    "at least", "goodbye", "good-bye", "bye", "calm down", "overreact", "cheer up", "rope", "gun", "bridge",
  ]

  /// Whom a reply may send people to.
  private static let people = ["team", "someone", "doctor", "nurse"]

  let wording: SafetyWording

  package init(wording: SafetyWording) { self.wording = wording }

  /// What is wrong, with the id of the reply, notice or class.
  func faults() -> [(id: String, reason: String)] {
    wording.replies.flatMap { reply in faults(in: reply).map { (reply.id, $0) } }
      + wording.notices.flatMap { notice in faults(in: notice).map { (notice.id, $0) } }
      + SafetyClass.allCases.flatMap { safetyClass in
        faults(in: safetyClass).map { (safetyClass.rawValue, $0) }
      }
  }

  private func faults(in reply: SafetyReply) -> [String] {
    var faults: [String] = []
    let grade = Self.grade(of: reply.text)
    if grade > Self.highestReplyGrade { faults.append("reads at grade \(grade), above \(Self.highestReplyGrade)") }
    for region in wording.contacts.regions.map(\.id) + [nil] where !opensWithContact(reply, region: region) {
      faults.append("has no contact in its first \(Self.openingLength) characters for region \(region ?? "unknown")")
    }
    if !reply.text.contains("I am a program") { faults.append("does not say that it is a program") }
    if !reply.text.contains("I will keep answering") { faults.append("does not stay with the person") }
    if !Self.people.contains(where: { Self.says(reply.text, $0) }) { faults.append("names nobody to turn to") }
    for words in Self.forbidden where Self.says(reply.text, words) { faults.append("says \"\(words)\"") }
    return faults + pointFaults(in: reply)
  }

  /// Reading grade of a text; contacts and other words with digits do not count. A colon ends a sentence.
  package static func grade(of text: String) -> Double {
    let spoken = text.split(whereSeparator: \.isWhitespace).filter {
      !$0.contains("{") && !$0.contains(where: \.isNumber)
    }
    let sentences = spoken.joined(separator: " ").split { ".!?:".contains($0) }.map(String.init)
    return Readability.grade(of: sentences.filter { $0.contains(where: \.isLetter) })
  }

  private func pointFaults(in reply: SafetyReply) -> [String] {
    let wanted = reply.safetyClass == .crisis ? Self.crisisPoints : []
    let missing = wanted.subtracting(reply.points.keys).sorted().map { "lacks the point \"\($0)\"" }
    let untrue = reply.points.sorted { $0.key < $1.key }.filter { !reply.text.contains($0.value) }
    return missing + untrue.map { "does not contain the words of its point \"\($0.key)\"" }
  }

  /// Whether the rendered contact that suits the class stands whole within the opening.
  package func opensWithContact(_ reply: SafetyReply, region: String?) -> Bool {
    let kind: ContactKind =
      switch reply.safetyClass {
      case .crisis: .crisis
      case .poisonOverdose: .poison
      default: .emergency
      }
    let opening = String(wording.rendered(reply.text, region: region).prefix(Self.openingLength))
    return opening.contains(wording.contacts.words(for: kind, region: region))
  }

  /// Whether the words stand in the text as words.
  private static func says(_ text: String, _ words: String) -> Bool {
    let plain = text.lowercased().map { $0.isLetter || $0 == "-" ? String($0) : " " }.joined()
    return " \(plain) ".contains(" \(words) ")
  }

  private func faults(in notice: SafetyNotice) -> [String] {
    let grade = Self.grade(of: notice.text)
    return grade > Self.highestNoticeGrade ? ["reads at grade \(grade), above \(Self.highestNoticeGrade)"] : []
  }

  private func faults(in safetyClass: SafetyClass) -> [String] {
    guard let policy = wording.policy(for: safetyClass) else { return ["has no policy"] }
    let wanted = policy.takesOver ? [policy.reply].compactMap { $0 } + policy.situations.values.sorted() : []
    var faults = wanted.filter { id in !wording.replies.contains { $0.id == id } }.map {
      "names the unknown reply \"\($0)\""
    }
    if policy.takesOver, policy.reply == nil { faults.append("takes over and has no reply") }
    if !policy.takesOver, policy.notice.flatMap(wording.notice) == nil { faults.append("has no notice") }
    return faults
  }
}
