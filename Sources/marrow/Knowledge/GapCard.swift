import Knowledge

/// What there is to know about a gap.
struct GapCard: Encodable {
  let id: String
  let title: String
  let subject: String?
  let aspect: String?
  let reply: String
  let offer: [String]
  let grade: Double
  let questions: Int

  init(_ gap: Gap, of loaded: LoadedKnowledge) {
    id = gap.id
    title = gap.title
    subject = gap.subject
    aspect = gap.aspect
    reply = gap.reply
    offer = gap.offer
    grade = (ReadingGrade(id: gap.id, text: gap.reply).grade * 100).rounded() / 100
    questions = loaded.training.counts[.gap(gap.id)] ?? 0
  }

  /// The reply and a line for each thing about the gap.
  var text: String {
    let rows = [
      ["id", "gap:\(id)"], ["subject", subject ?? "any"], ["aspect", aspect ?? "none"],
      ["offers", offer.isEmpty ? "none" : offer.joined(separator: ", ")], ["grade", grade.tenths],
      ["questions", "\(questions)"],
    ]
    return "Not covered: \(title)\n\n\(reply)\n\n\(Columns.text(rows))"
  }
}
