/// Turns the lines of a section's body into sentences and blocks.
struct BodyReader {
  private(set) var sentences: [Sentence] = []
  private(set) var blocks: [SectionBlock] = []

  private let file: String
  private var line: Int
  private let log: ProblemLog
  private var paragraph: [String] = []
  private var items: [String] = []
  private var listLine = 0

  init(file: String, firstLine: Int, log: ProblemLog) {
    self.file = file
    line = firstLine
    self.log = log
  }

  /// Reads the next line.
  mutating func read(_ raw: String) {
    defer { line += 1 }
    let text = raw.trimmed
    if text.isEmpty {
      finish()
    } else if text.hasPrefix("- ") {
      if items.isEmpty { listLine = line }
      items.append(String(text.dropFirst(2)).trimmed)
    } else if text.hasPrefix("#") || text.contains("**") || text.contains("](") || text.contains("<") {
      log.report(SourcePlace(file: file, line: line), "only paragraphs and \"- \" lists are allowed in a section")
    } else if !items.isEmpty {
      items[items.count - 1] += " " + text
    } else {
      paragraph.append(text)
    }
  }

  /// Closes the paragraph or list that is open.
  mutating func finish() {
    let running = SentenceSplitter.sentences(in: paragraph.joined(separator: " "))
    let introduction = items.isEmpty ? nil : running.last.flatMap { $0.hasSuffix(":") ? $0 : nil }
    let statements = introduction == nil ? running : running.dropLast()
    let indexes = statements.map { add($0, role: .statement) }
    if !indexes.isEmpty { blocks.append(.paragraph(indexes)) }
    if !items.isEmpty, paragraph.isEmpty, continuesList() {
      appendToList()
    } else if !items.isEmpty {
      finishList(after: introduction)
    }
    paragraph = []
    items = []
  }

  private mutating func finishList(after introduction: String?) {
    let lead = introduction.map { add($0, role: .introduction) } ?? precedingIntroduction()
    if lead == nil {
      log.report(SourcePlace(file: file, line: listLine), "a list needs a sentence before it that ends in a colon")
    }
    blocks.append(.list(introduction: lead, items: items.map { add($0, role: .item) }))
  }

  /// A blank line may stand between two items: then the list goes on.
  private func continuesList() -> Bool {
    if case .list? = blocks.last { true } else { false }
  }

  private mutating func appendToList() {
    guard case .list(let introduction, let before)? = blocks.popLast() else { return }
    blocks.append(.list(introduction: introduction, items: before + items.map { add($0, role: .item) }))
  }

  /// A blank line may stand between the introduction and its list: then the introduction was read as a paragraph's end.
  private mutating func precedingIntroduction() -> Int? {
    guard case .paragraph(let indexes)? = blocks.last, let last = indexes.last, sentences[last].text.hasSuffix(":")
    else {
      return nil
    }
    blocks.removeLast()
    if indexes.count > 1 { blocks.append(.paragraph(Array(indexes.dropLast()))) }
    sentences[last] = Sentence(text: sentences[last].text, role: .introduction)
    return last
  }

  private mutating func add(_ text: String, role: Sentence.Role) -> Int {
    sentences.append(Sentence(text: text, role: role))
    return sentences.count - 1
  }
}
