internal import Foundation
internal import Knowledge

/// Picks the sentences of a section that answer a question.
struct SentenceRanker: Sendable {
  private let terms: [String: [Set<UInt64>]]
  private let idf: [UInt64: Float]

  init(knowledge: Knowledge, analyzer: Analyzer) {
    var terms: [String: [Set<UInt64>]] = [:]
    var counts: [UInt64: Int] = [:]
    var total = 0
    for section in knowledge.sections {
      let sets = section.sentences.map { Set(ContentTerms.allHashes(of: analyzer.analyze($0.text))) }
      for set in sets { for term in set { counts[term, default: 0] += 1 } }
      total += sets.count
      terms[section.id] = sets
    }
    self.terms = terms
    idf = counts.mapValues { log((Float(total) + 1) / Float($0)) }
  }

  /// Indexes of the sentences that hold the question's telling words, best first; empty where none stands out.
  func sentences(of section: String, for analysis: Analysis) -> [Int] {
    guard let sets = terms[section] else { return [] }
    let asked = Set(ContentTerms.hashes(of: analysis))
    // A word that most sentences of this section share says nothing about which of them answers.
    let shared = { (term: UInt64) in sets.filter { $0.contains(term) }.count * 2 > sets.count + 1 }
    let telling = asked.filter { !shared($0) }
    let scores = sets.map { set in telling.reduce(Float(0)) { set.contains($1) ? $0 + (idf[$1] ?? 0) : $0 } }
    guard let best = scores.max(), best > 0 else { return [] }
    return scores.indices.filter { scores[$0] >= 0.6 * best }.sorted { (scores[$1], $0) < (scores[$0], $1) }
  }
}
