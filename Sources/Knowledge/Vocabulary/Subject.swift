/// Something questions are about: a disease or procedure with a document of its own, or another one.
public struct Subject: Sendable, Codable, Equatable, Identifiable {
  /// Short id, for instance `aml`.
  public let id: String
  /// What to call it in a reply, for instance "acute myeloid leukemia (AML)".
  public let title: String
  /// Ways of writing it, lower case, words separated by blanks.
  public let names: [String]
  /// Names that only count where they are written in capitals or where the words around them say so, since they are also
  /// ordinary words ("ALL").
  public let ambiguousNames: [String]
  /// True where the subject has no document: questions about it are declined by name.
  public let isOther: Bool
  /// Gap that declines questions about it, where there is one.
  public let gap: String?
}
