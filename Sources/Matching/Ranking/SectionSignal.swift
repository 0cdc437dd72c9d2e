/// A named reason for a section to be the answer. The ranking model has one weight for each.
public enum SectionSignal: String, Sendable, CaseIterable, Codable {
  /// Logarithm of the flat classifier's probability.
  case flat
  /// Logarithm of the aspect classifier's probability of the section's aspect.
  case aspect
  /// Logarithm of the section's share of the flat probability among the sections that answer its aspect.
  case twinShare
  /// Cosine with the nearest training question of the section.
  case neighbour
  /// BM25F score, 0 to 1.
  case lexical
  /// Share of the question's content that the section does not hold.
  case uncovered
  /// Share of the question's content that the section's own words do not hold.
  case unstated
  /// 1 where the question asks for a facet that the section does not state.
  case openFacet
  /// 1 where the question names the section's subject.
  case subjectNamed
  /// 1 where the question names a subject without a document and the section is about one with a document.
  case otherSubject
  /// Like ``flat``, by the encoder's classifier; this and the following are 0 without an encoder.
  case encoderFlat
  /// Like ``aspect``, by the encoder's classifier.
  case encoderAspect
  /// Like ``twinShare``, by the encoder's classifier.
  case encoderTwinShare
  /// Cosine of the masked text with the nearest training question of the section.
  case encoderQuestion
  /// Cosine of the masked text with the nearest sentence of the section.
  case encoderSentence
}
