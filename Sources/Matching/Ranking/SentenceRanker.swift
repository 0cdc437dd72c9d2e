internal import Foundation
package import Knowledge

/// Picks the sentences of a section that answer a question.
///
/// A sentence counts for three things: the question's words and concepts in it, rare ones more; its form, where the question
/// asks for one (a number for "how many"); and, a little, its place, since sections say the main thing first.
package struct SentenceRanker: Sendable, Codable {
  /// A sentence; its lists are in rising order, so that the same knowledge gives the same file.
  private struct Profile: Sendable, Codable {
    /// Its own words and concepts.
    let terms: [UInt64]
    /// Those of the list introduction above it; empty for a sentence that is no list item.
    let introduction: [UInt64]
    let kinds: [QuestionKind]
    let place: Float
  }

  private struct SectionProfile: Sendable, Codable {
    let sentences: [Profile]
    /// The words of its sentences, in rising order.
    let words: [UInt64]
    /// What each of them is worth here.
    let worths: [Float]

    func worth(of word: UInt64) -> Float {
      words.sortedIndex(of: word).map { worths[$0] } ?? 0
    }
  }

  /// What a question asks with: words and concepts, and kinds of statement.
  private struct Asked {
    let terms: Set<UInt64>
    let kinds: Set<QuestionKind>
  }

  private let sections: [String: SectionProfile]

  /// A ranker of every sentence of the knowledge. O(words of all sections).
  package init(knowledge: Knowledge, analyzer: Analyzer) {
    let analyses = knowledge.sections.map { $0.sentences.map { analyzer.analyze($0.text) } }
    let terms = analyses.map { $0.map(SentenceTerms.worths) }
    var counts: [UInt64: Int] = [:]
    for term in terms.joined().flatMap(\.keys) { counts[term, default: 0] += 1 }
    let total = Float(terms.joined().count)
    let rarity = counts.mapValues { log((total + 1) / Float($0)) }
    var sections: [String: SectionProfile] = [:]
    for (index, section) in knowledge.sections.enumerated() {
      let title = Set(SentenceTerms.worths(of: analyzer.analyze(section.title)).keys)
      let worth = Self.worth(of: terms[index], title: title, rarity: rarity).sorted { $0.key < $1.key }
      sections[section.id] = SectionProfile(
        sentences: Self.profiles(of: section, analyses: analyses[index], terms: terms[index].map { $0.keys.sorted() }),
        words: worth.map(\.key), worths: worth.map(\.value))
    }
    self.sections = sections
  }

  /// Indexes of the sentences that answer, best first; empty where none stands out. O(words of question and section).
  package func sentences(of section: String, for analysis: Analysis) -> [Int] {
    guard let profile = sections[section] else { return [] }
    let focus = QuestionFocus.asking(in: analysis)
    let names = SentenceTerms.names(in: analysis)
    let asked = Self.asked((focus ?? analysis).terms, names: names)
    let isWhole = focus == nil && analysis.around.isEmpty
    let whole = isWhole ? asked : Self.asked(analysis.terms + analysis.around, names: names)
    let around = Asked(terms: whole.terms.subtracting(asked.terms), kinds: whole.kinds.subtracting(asked.kinds))
    let matches = profile.sentences.map { sentence in
      Self.match(asked, sentence, profile) + Self.aroundShare * Self.match(around, sentence, profile)
    }
    guard matches.contains(where: { $0 > 0 }) else { return [] }
    let scores = zip(matches, profile.sentences).map { $0 + $1.place }
    let best = scores.max() ?? 0
    return scores.indices.filter { matches[$0] > 0 && scores[$0] >= Self.alsoShare * best }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
  }

  // MARK: Scoring

  /// What is said around the asking words counts this much.
  private static let aroundShare: Float = 0.3
  /// What an item gets of its introduction's words, where it holds another word of the question itself.
  private static let introductionShare: Float = 0.5
  /// Words of the title say what the whole section is about, so they hardly tell its sentences apart.
  private static let titleShare: Float = 0.25
  /// Sentences with this share of the best one's score answer too.
  private static let alsoShare: Float = 0.6

  private static func asked(_ terms: [Term], names: Set<String>) -> Asked {
    Asked(terms: Set(SentenceTerms.worths(of: terms, names: names).keys), kinds: QuestionKind.asked(by: terms))
  }

  private static func match(_ asked: Asked, _ sentence: Profile, _ section: SectionProfile) -> Float {
    let shared = sentence.introduction.filter(asked.terms.contains)
    let own = sentence.terms.filter { asked.terms.contains($0) && !shared.contains($0) }
      .reduce(0) { $0 + section.worth(of: $1) }
    let words = own == 0 ? 0 : own + introductionShare * shared.reduce(0) { $0 + section.worth(of: $1) }
    return words + sentence.kinds.filter(asked.kinds.contains).reduce(0) { $0 + $1.weight }
  }

  // MARK: Profiles

  /// A word is worth more the rarer it is, and less the more sentences of this section share it.
  private static func worth(
    of sentences: [[UInt64: Float]], title: Set<UInt64>, rarity: [UInt64: Float]
  ) -> [UInt64: Float] {
    var shares: [UInt64: Float] = [:]
    for sentence in sentences { shares.merge(sentence, uniquingKeysWith: max) }
    return Dictionary(
      uniqueKeysWithValues: shares.map { term, share in
        let here = Float(sentences.filter { $0[term] != nil }.count)
        let telling = 1 - (here - 1) / Float(sentences.count)
        return (term, share * (rarity[term] ?? 0) * telling * (title.contains(term) ? titleShare : 1))
      })
  }

  private static func profiles(of section: Section, analyses: [Analysis], terms: [[UInt64]]) -> [Profile] {
    var introductions: [Int: Int] = [:]
    for case .list(let introduction?, let items) in section.blocks {
      for item in items { introductions[item] = introduction }
    }
    let opening: Set<Int> = if case .paragraph(let indexes)? = section.blocks.first { Set(indexes) } else { [] }
    return section.sentences.indices.map { index in
      Profile(
        terms: terms[index], introduction: introductions[index].map { terms[$0] } ?? [],
        kinds: SentenceKinds.answered(by: section.sentences[index], analysis: analyses[index])
          .sorted { $0.rawValue < $1.rawValue },
        place: place(of: index, in: section, opening: opening))
    }
  }

  /// The opening says the main thing first; what stands in a list is a detail.
  private static func place(of index: Int, in section: Section, opening: Set<Int>) -> Float {
    if index == 0 { return 0.6 }
    if opening.contains(index) { return 0.3 }
    return section.sentences[index].role == .statement ? 0 : -0.4
  }
}
