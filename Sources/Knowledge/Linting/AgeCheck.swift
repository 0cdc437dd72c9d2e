/// Compares the days in the folder with today.
struct AgeCheck {
  private let sources: LintSources
  private let today: CalendarDay

  init(_ sources: LintSources, today: CalendarDay) {
    self.sources = sources
    self.today = today
  }

  func findings() -> [LintFinding] { documents() + contacts() + undated() }

  private func documents() -> [LintFinding] {
    sources.loaded.knowledge.documents.compactMap { document in
      guard let reviewed = CalendarDay(document.reviewed) else { return nil }
      let days = today.days(since: reviewed)
      guard days > LintLimits.reviewDays else { return nil }
      return LintFinding(
        .staleReview, at: SourcePlace(file: "documents/\(document.id)/document.yaml"),
        "was reviewed \(days) days ago, on \(reviewed); compare it with its source and set \"reviewed\"")
    }
  }

  private func contacts() -> [LintFinding] {
    sources.contacts.compactMap { contact in
      guard let checked = CalendarDay(contact.checked) else {
        return LintFinding(
          .staleContact, at: contact.place,
          "\(contact.name): checked: expected a day such as 2026-11-22, found \"\(contact.checked)\"")
      }
      let days = today.days(since: checked)
      guard days > LintLimits.contactDays else { return nil }
      return LintFinding(
        .staleContact, at: contact.place,
        "\(contact.name): was checked \(days) days ago, on \(checked); call or look it up and set \"checked\"")
    }
  }

  private func undated() -> [LintFinding] {
    guard sources.hasContacts, sources.contacts.isEmpty else { return [] }
    return [
      LintFinding(
        .undatedContacts, at: SourcePlace(file: "safety/contacts.yaml"),
        "no contact has a \"checked\" day; add one to each, so that stale numbers are found")
    ]
  }
}
