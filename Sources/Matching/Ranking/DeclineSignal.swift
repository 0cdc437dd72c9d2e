/// A named reason not to answer. The ranking model has one weight for each.
public enum DeclineSignal: String, Sendable, CaseIterable, Codable {
  /// Always 1.
  case bias
  /// Logarithm of the flat classifier's probability of all gaps, small talk and negatives together.
  case flat
  /// Logarithm of the aspect classifier's probability of the same and of the holes of the subject named.
  case aspect
  /// Logarithm of the probability of the holes alone.
  case hole
  /// Cosine with the nearest training question that is declined.
  case neighbour
  /// Share of the question's content that no section holds.
  case unknown
  /// Share of the question's content that the best section does not hold.
  case uncovered
  /// Share of the question's content that the best section's own words do not hold.
  case unstated
  /// 1 where the question asks for a facet that the best section does not state.
  case openFacet
  /// 1 where a subject without a document is named.
  case otherSubject
  /// 1 where a subject without a document is named and none with one.
  case onlyOtherSubject
  /// 1 where neither a subject nor a word of the field is named.
  case noSubject
  /// Logarithm of the probability of the likeliest single gap, small talk or negative.
  case topRefusal
  /// Highest probability of any one section in either classifier, as a logarithm.
  case bestSection
  /// Like ``flat``, by the encoder's classifier; this and the following are 0 without an encoder.
  case encoderFlat
  /// Like ``aspect``, by the encoder's classifier.
  case encoderAspect
  /// Like ``hole``, by the encoder's classifier.
  case encoderHole
  /// Cosine of the masked text with the nearest training question of a gap or a negative.
  case encoderQuestion
  /// Cosine of the masked text with the nearest sentence of any section.
  case encoderSentence
  /// Like ``bestSection``, by the encoder's classifiers.
  case encoderBestSection
}
