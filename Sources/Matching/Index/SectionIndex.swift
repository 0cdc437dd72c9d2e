internal import Foundation

/// BM25F over the sections: title, body and questions as fields of one document.
///
/// Source: S. Robertson, H. Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, section 3.6: term
/// frequencies are weighted and length-normalised field by field before they saturate.
struct SectionIndex: Sendable {
  /// Hashes of the terms in rising order.
  let terms: [UInt64]
  /// Inverse document frequency by term.
  let idf: [Float]
  /// Weighted frequency of a term in a section: `frequencies[term * sectionCount + section]`.
  let frequencies: [Float]
  /// 1 where the section's own words hold the term, 0 where only its questions do; indexed like `frequencies`.
  let stated: [UInt8]
  /// Number of sections.
  let sectionCount: Int

  /// Saturation of term frequency.
  private static let k1: Float = 1.2
  /// How much length counts, by field.
  private static let lengthWeight: Float = 0.75

  /// One field of a section: its terms and how much they count.
  struct Field {
    let terms: [UInt64]
    let weight: Float
    /// True for the section's own words, false for the ways people ask for it.
    let isText: Bool
  }

  /// The index of sections given as their fields; every section has the same fields in the same order.
  static func build(_ sections: [[Field]]) -> SectionIndex {
    let fieldCount = sections.first?.count ?? 0
    let means = (0..<fieldCount).map { field in
      max(1, Float(sections.reduce(0) { $0 + $1[field].terms.count }) / Float(max(sections.count, 1)))
    }
    var table: [UInt64: [Float]] = [:]
    var texts: [UInt64: [UInt8]] = [:]
    for (index, fields) in sections.enumerated() {
      for (field, mean) in zip(fields, means) {
        let norm = 1 - lengthWeight + lengthWeight * Float(field.terms.count) / mean
        for term in field.terms {
          table[term, default: [Float](repeating: 0, count: sections.count)][index] += field.weight / norm
          if field.isText { texts[term, default: [UInt8](repeating: 0, count: sections.count)][index] = 1 }
        }
      }
    }
    let sorted = table.sorted { $0.key < $1.key }
    let total = Float(sections.count)
    return SectionIndex(
      terms: sorted.map(\.key),
      idf: sorted.map { entry in
        let holders = Float(entry.value.filter { $0 > 0 }.count)
        return log(1 + (total - holders + 0.5) / (holders + 0.5))
      },
      frequencies: sorted.flatMap(\.value),
      stated: sorted.flatMap { texts[$0.key] ?? [UInt8](repeating: 0, count: sections.count) },
      sectionCount: sections.count)
  }

  /// What a question's terms say about each section.
  struct Evidence {
    /// BM25F score as a share of the best that any section could have for these terms, 0 to 1.
    var scores: [Float]
    /// Share of the question's content, weighted by rarity, that the section does not hold, 0 to 1.
    var uncovered: [Float]
    /// The same against the section's own words alone, its questions left out.
    var unstated: [Float]
    /// Share of the question's content that no section holds, 0 to 1.
    var unknown: Float
  }

  /// Scores every section. `content` are the hashes of the question's content terms. O(terms x sections).
  func evidence(for content: [UInt64]) -> Evidence {
    let zeros = [Float](repeating: 0, count: sectionCount)
    var evidence = Evidence(scores: zeros, uncovered: zeros, unstated: zeros, unknown: 0)
    let rarest = log(1 + (Float(sectionCount) + 0.5) / 0.5)
    var best: Float = 0
    var mass: Float = 0
    for hash in content {
      guard let term = terms.sortedIndex(of: hash) else {
        evidence.unknown += rarest
        mass += rarest
        for section in 0..<sectionCount {
          evidence.uncovered[section] += rarest
          evidence.unstated[section] += rarest
        }
        continue
      }
      // A term that every section holds still counts a little as covered content.
      let weight = max(idf[term], 0.1 * rarest)
      mass += weight
      best += idf[term] * (Self.k1 + 1)
      for section in 0..<sectionCount {
        let frequency = frequencies[term * sectionCount + section]
        if stated[term * sectionCount + section] == 0 { evidence.unstated[section] += weight }
        if frequency < Self.minimumFrequency { evidence.uncovered[section] += weight }
        evidence.scores[section] += idf[term] * frequency * (Self.k1 + 1) / (frequency + Self.k1)
      }
    }
    guard mass > 0 else { return evidence }
    evidence.unknown /= mass
    for section in 0..<sectionCount {
      evidence.uncovered[section] /= mass
      evidence.unstated[section] /= mass
      if best > 0 { evidence.scores[section] /= best }
    }
    return evidence
  }

  /// Below this weighted frequency a term is an accident of one question line, not something the section is about.
  private static let minimumFrequency: Float = 0.35
}
