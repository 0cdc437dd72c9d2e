extension SourcePlace {
  /// The file of a section.
  package static func section(_ id: String) -> SourcePlace { SourcePlace(file: "documents/\(id).md") }

  /// The file of a gap.
  package static func gap(_ id: String) -> SourcePlace { SourcePlace(file: "gaps/\(id).yaml") }
}
