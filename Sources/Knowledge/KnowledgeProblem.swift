/// One thing that is wrong in a knowledge file.
public struct KnowledgeProblem: Sendable, Hashable, CustomStringConvertible {
  /// File and line.
  public let place: SourcePlace
  /// The key concerned, where there is one.
  public let key: String?
  /// What is wrong and what would be right.
  public let message: String

  /// A problem at a place.
  public init(place: SourcePlace, key: String? = nil, message: String) {
    self.place = place
    self.key = key
    self.message = message
  }

  /// `gaps/cost.yaml:4: offer: there is no section "all/prise"`
  public var description: String { "\(place): \(key.map { $0 + ": " } ?? "")\(message)" }
}
