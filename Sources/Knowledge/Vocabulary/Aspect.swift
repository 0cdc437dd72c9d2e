/// A question that a document can answer about its subject: symptoms, causes, blood tests and so on.
public struct Aspect: Sendable, Codable, Equatable, Identifiable {
  /// Short id, for instance `blood-tests`.
  public let id: String
  /// What to call it in a reply, for instance "blood tests".
  public let title: String
  /// Per subject, the section that answers it there although its own aspect has another name.
  public let standIns: [String: String]

  /// An aspect with its sections under other names.
  package init(id: String, title: String, standIns: [String: String] = [:]) {
    self.id = id
    self.title = title
    self.standIns = standIns
  }
}
