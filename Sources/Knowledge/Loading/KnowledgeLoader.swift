/// Reads a whole knowledge folder and refuses what is wrong in it, all problems at once.
public struct KnowledgeLoader {
  private let folder: KnowledgeFolder
  private let log = ProblemLog()

  /// A loader for one folder.
  public init(_ folder: KnowledgeFolder) {
    self.folder = folder
  }

  /// Loads and checks every file.
  /// - Throws: ``KnowledgeRefused`` with every problem found: unreadable file, unknown key, unknown section, a question
  ///   that stands twice, an empty section and so on.
  public func load() throws(KnowledgeRefused) -> LoadedKnowledge {
    let files = try folder.files()
    for file in files where !KnowledgeFile.isKnown(file) {
      log.report(SourcePlace(file: file), "is not a file of the knowledge folder; move or rename it")
    }
    let texts = readTexts(files)
    try log.throwIfAny()
    let documents = readDocuments(texts)
    let sections = readSections(texts, documents: documents)
    let gaps = readGaps(texts)
    let smalltalk = readSmallTalk(texts)
    let vocabulary = VocabularyReader(texts: texts, log: log).read()
    let knowledge = Knowledge(
      documents: documents, sections: sections, gaps: gaps.map(\.gap), smalltalk: smalltalk.map(\.kind),
      vocabulary: vocabulary, digest: try folder.digest())
    let training = TrainingSet(
      utterances: readQuestions(texts, sections: sections) + gaps.flatMap(\.utterances)
        + smalltalk.flatMap(\.utterances) + readNegatives(texts),
      calibration: readCalibration(texts), dangers: readDangers(texts))
    let facts = readFacts(texts)
    ReferenceCheck(knowledge: knowledge, training: training, facts: facts, log: log).run()
    try log.throwIfAny()
    return LoadedKnowledge(knowledge: knowledge, training: training, facts: facts)
  }

  private func readTexts(_ files: [String]) -> [String: String] {
    var texts: [String: String] = [:]
    for file in files where !file.hasPrefix("suites/") {
      do { texts[file] = try folder.text(of: file) } catch { log.report(error.problems) }
    }
    return texts
  }
}

// MARK: - Documents and sections

extension KnowledgeLoader {
  private func readDocuments(_ texts: [String: String]) -> [Document] {
    files(in: texts, under: "documents/", ending: "/document.yaml").compactMap { file, text in
      guard let map = YAMLMap.parse(text, file: file, log: log) else { return nil }
      let document = Document(
        id: file.split(separator: "/").dropFirst().first.map(String.init) ?? "", title: map.text("title"),
        short: map.text("short"), subject: map.text("subject"), kind: map.text("kind"), source: map.text("source"),
        reviewed: map.text("reviewed"), covers: map.text("covers"), sections: map.texts("sections"))
      map.refuseUnknownKeys()
      return document
    }
  }

  private func readSections(_ texts: [String: String], documents: [Document]) -> [Section] {
    let found = files(in: texts, under: "documents/", ending: ".md").map { file, text in
      SectionFile.parse(
        text, id: String(file.dropFirst("documents/".count).dropLast(".md".count)), file: file, log: log)
    }
    let order = Dictionary(
      documents.flatMap(\.sections).enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return found.sorted { (order[$0.id] ?? .max, $0.id) < (order[$1.id] ?? .max, $1.id) }
  }
}

// MARK: - Gaps and small talk

extension KnowledgeLoader {
  private func readGaps(_ texts: [String: String]) -> [(gap: Gap, utterances: [Utterance])] {
    files(in: texts, under: "gaps/", ending: ".yaml").map { file, text in
      let id = String(file.dropFirst("gaps/".count).dropLast(".yaml".count))
      guard let map = YAMLMap.parse(text, file: file, log: log) else {
        return (Gap(id: id, title: "", subject: nil, aspect: nil, reply: "", offer: []), [])
      }
      let gap = Gap(
        id: id, title: map.text("title"), subject: map.optionalText("subject"), aspect: map.optionalText("aspect"),
        reply: map.text("reply"), offer: map.texts("offer"))
      let utterances = self.utterances(of: map, label: .gap(id))
      map.refuseUnknownKeys()
      return (gap, utterances)
    }
  }

  private func readSmallTalk(_ texts: [String: String]) -> [(kind: SmallTalk, utterances: [Utterance])] {
    guard let text = texts["smalltalk.yaml"],
      let map = YAMLMap.parse(text, file: "smalltalk.yaml", log: log)
    else { return [] }
    return map.keys.compactMap { kind in
      guard let inner = map.map(kind) else { return nil }
      let smalltalk = SmallTalk(id: kind, reply: inner.text("reply"))
      let utterances = self.utterances(of: inner, label: .smalltalk(kind))
      inner.refuseUnknownKeys()
      return (smalltalk, utterances)
    }
  }

  private func utterances(of map: YAMLMap, label: Label) -> [Utterance] {
    map.placedTexts("questions").map { Utterance(text: $0.text, labels: [label], voice: "", place: $0.place) }
  }
}

// MARK: - Questions

extension KnowledgeLoader {
  private func readQuestions(_ texts: [String: String], sections: [Section]) -> [Utterance] {
    let known = Set(sections.map(\.id))
    let own = files(in: texts, under: "documents/", ending: ".questions.txt").flatMap { file, text in
      let id = String(file.dropFirst("documents/".count).dropLast(".questions.txt".count))
      if !known.contains(id) { log.report(SourcePlace(file: file), "there is no section file \(id).md beside it") }
      return QuestionFile.parse(text, file: file, labels: [.section(id)], log: log)
    }
    let shared = files(in: texts, under: "questions/", ending: ".txt").flatMap { file, text in
      QuestionFile.parse(text, file: file, labels: [.aspect(stem(of: file))], log: log)
    }
    return own + shared
  }

  private func readNegatives(_ texts: [String: String]) -> [Utterance] {
    files(in: texts, under: "negatives/", ending: ".txt").flatMap { file, text in
      QuestionFile.parse(text, file: file, labels: [.negative(stem(of: file))], log: log)
    }
  }

  private func readCalibration(_ texts: [String: String]) -> [Utterance] {
    files(in: texts, under: "calibration/", ending: ".txt").flatMap { file, text in
      QuestionFile.parse(text, file: file, labels: [], log: log)
    }
  }

  private func readDangers(_ texts: [String: String]) -> [SafetyExample] {
    files(in: texts, under: "safety/examples/", ending: ".txt").flatMap { file, text in
      QuestionFile.parse(text, file: file, labels: [.decline], log: log).map {
        SafetyExample(text: $0.text, label: stem(of: file), place: $0.place)
      }
    }
  }

  private func readFacts(_ texts: [String: String]) -> [Fact] {
    guard let text = texts["facts.yaml"] else { return [] }
    return YAMLMap.parseList(text, file: "facts.yaml", log: log).map { map in
      let fact = Fact(
        id: map.text("id"), fact: map.text("fact"), section: map.text("section"), checkedBy: map.text("case"))
      map.refuseUnknownKeys()
      return fact
    }
  }

  private func files(in texts: [String: String], under prefix: String, ending: String) -> [(String, String)] {
    texts.filter { $0.key.hasPrefix(prefix) && $0.key.hasSuffix(ending) }.sorted { $0.key < $1.key }.map { ($0, $1) }
  }

  private func stem(of file: String) -> String {
    String(file.split(separator: "/").last?.dropLast(".txt".count) ?? "")
  }
}
