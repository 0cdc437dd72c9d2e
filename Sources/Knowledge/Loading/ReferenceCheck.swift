/// Checks what files say about each other: every id that is named exists, and nothing stands twice.
struct ReferenceCheck {
  private let knowledge: Knowledge
  private let training: TrainingSet
  private let facts: [Fact]
  private let log: ProblemLog
  private let sectionIDs: Set<String>
  private let subjectIDs: Set<String>
  private let aspectIDs: Set<String>
  private let gapIDs: Set<String>
  private let smalltalkIDs: Set<String>

  init(knowledge: Knowledge, training: TrainingSet, facts: [Fact], log: ProblemLog) {
    self.knowledge = knowledge
    self.training = training
    self.facts = facts
    self.log = log
    sectionIDs = Set(knowledge.sections.map(\.id))
    subjectIDs = Set(knowledge.vocabulary.subjects.map(\.id))
    aspectIDs = Set(knowledge.vocabulary.aspects.map(\.id))
    gapIDs = Set(knowledge.gaps.map(\.id))
    smalltalkIDs = Set(knowledge.smalltalk.map(\.id))
  }

  /// Reports every broken reference and every duplicate.
  func run() {
    checkDocuments()
    checkSections()
    checkGaps()
    checkVocabulary()
    checkFacts()
    checkLabels()
    checkRepeatedQuestions()
  }

  private func checkDocuments() {
    if knowledge.documents.isEmpty {
      log.report(SourcePlace(file: "documents"), "no document.yaml in any folder below it")
    }
    for document in knowledge.documents {
      let place = SourcePlace(file: "documents/\(document.id)/document.yaml")
      require(document.subject, in: subjectIDs, place: place, key: "subject", "subject of vocabulary/subjects.yaml")
      for section in document.sections { require(section, in: sectionIDs, place: place, key: "sections", "section") }
      refuseRepeats(document.sections, place: place, key: "sections", "section")
      if !isDay(document.reviewed) { log.report(place, key: "reviewed", "expected a day such as 2026-11-22") }
    }
  }

  private func checkSections() {
    let listed = Set(knowledge.documents.flatMap(\.sections))
    let titled = Dictionary(grouping: knowledge.sections, by: \.title)
    for section in knowledge.sections {
      let place = SourcePlace(file: "documents/\(section.id).md")
      require(section.aspect, in: aspectIDs, place: place, key: "aspect", "aspect of vocabulary/aspects.yaml")
      if !listed.contains(section.id) {
        log.report(place, "is not listed under \"sections\" in documents/\(section.document)/document.yaml")
      }
      if titled[section.title, default: []].count > 1 {
        log.report(place, key: "title", "another section has the same title \"\(section.title)\"")
      }
    }
  }

  private func checkGaps() {
    for gap in knowledge.gaps {
      let place = SourcePlace(file: "gaps/\(gap.id).yaml")
      for section in gap.offer { require(section, in: sectionIDs, place: place, key: "offer", "section") }
      if let subject = gap.subject { require(subject, in: subjectIDs, place: place, key: "subject", "subject") }
      if let aspect = gap.aspect { require(aspect, in: aspectIDs, place: place, key: "aspect", "aspect") }
    }
  }

  private func checkVocabulary() {
    let vocabulary = knowledge.vocabulary
    refuseRepeats(vocabulary.subjects.map(\.id), place: file("subjects"), key: "id", "subject")
    refuseRepeats(vocabulary.aspects.map(\.id), place: file("aspects"), key: "id", "aspect")
    for subject in vocabulary.subjects {
      if let gap = subject.gap { require(gap, in: gapIDs, place: file("subjects"), key: "gap", "gap") }
    }
    for aspect in vocabulary.aspects {
      for (subject, section) in aspect.standIns.sorted(by: { $0.key < $1.key }) {
        require(subject, in: subjectIDs, place: file("aspects"), key: "stand_ins", "subject")
        require(section, in: sectionIDs, place: file("aspects"), key: "stand_ins", "section")
      }
    }
    for facet in vocabulary.facets {
      for section in facet.covered {
        require(section, in: sectionIDs, place: file("facets"), key: "covered", "section")
      }
      if let gap = facet.gap { require(gap, in: gapIDs, place: file("facets"), key: "gap", "gap") }
    }
  }

  private func checkFacts() {
    refuseRepeats(facts.map(\.id), place: SourcePlace(file: "facts.yaml"), key: "id", "fact")
    for fact in facts {
      require(fact.section, in: sectionIDs, place: SourcePlace(file: "facts.yaml"), key: fact.id, "section")
    }
  }

  private func checkLabels() {
    for utterance in training.utterances + training.calibration {
      for label in utterance.labels {
        switch label {
        case .section(let id): require(id, in: sectionIDs, place: utterance.place, key: nil, "section")
        case .gap(let id): require(id, in: gapIDs, place: utterance.place, key: nil, "gap")
        case .aspect(let id): require(id, in: aspectIDs, place: utterance.place, key: nil, "aspect")
        case .smalltalk(let id): require(id, in: smalltalkIDs, place: utterance.place, key: nil, "small talk")
        case .negative, .decline: break
        }
      }
    }
  }

  private func checkRepeatedQuestions() {
    var seen: [String: SourcePlace] = [:]
    for utterance in training.utterances + training.calibration {
      let folded = utterance.text.lowercased()
      if let first = seen[folded] {
        log.report(
          utterance.place,
          "the question \"\(utterance.text)\" stands in \(first) already; a shared file is the place for it")
      }
      seen[folded] = utterance.place
    }
  }

  private func file(_ name: String) -> SourcePlace { SourcePlace(file: "vocabulary/\(name).yaml") }

  private func isDay(_ text: String) -> Bool {
    text.wholeMatch(of: /\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])/) != nil
  }

  private func require(_ id: String, in known: Set<String>, place: SourcePlace, key: String?, _ what: String) {
    if !id.isEmpty, !known.contains(id) { log.report(place, key: key, "there is no \(what) \"\(id)\"") }
  }

  private func refuseRepeats(_ ids: [String], place: SourcePlace, key: String, _ what: String) {
    var seen: Set<String> = []
    for id in ids where !seen.insert(id).inserted { log.report(place, key: key, "the \(what) \"\(id)\" stands twice") }
  }
}
