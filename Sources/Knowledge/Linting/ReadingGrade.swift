/// How hard one text is to read, and why.
public struct ReadingGrade: Sendable, Codable, Equatable {
  /// Id of the section, or another name of the text.
  public let id: String
  /// Flesch-Kincaid grade level.
  public let grade: Double
  /// The words that cost most, dearest first.
  public let costliest: [WordCost]

  /// The grade of sentences, with at most `words` of the words that cost most.
  public init(id: String, sentences: [String], words: Int = 5) {
    self.id = id
    grade = Readability.grade(of: sentences)
    costliest = Array(Readability.costs(in: sentences).prefix(words))
  }

  /// The grade of a section.
  public init(_ section: Section) { self.init(id: section.id, sentences: section.sentences.map(\.text)) }

  /// The mean of grades; zero without any.
  public static func mean(of grades: [ReadingGrade]) -> Double {
    grades.isEmpty ? 0 : grades.reduce(0) { $0 + $1.grade } / Double(grades.count)
  }

  /// The grade of running text; a line end closes a sentence, since notices are lists as often as paragraphs.
  public init(id: String, text: String) {
    let lines = text.split(whereSeparator: \.isNewline)
    self.init(id: id, sentences: lines.flatMap { SentenceSplitter.sentences(in: String($0)) })
  }
}
