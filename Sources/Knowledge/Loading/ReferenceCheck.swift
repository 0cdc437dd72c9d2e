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
  private let negativeIDs: Set<String>

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
    negativeIDs = Set(
      training.utterances.flatMap(\.labels).compactMap { if case .negative(let id) = $0 { id } else { nil } })
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
      for section in document.sections {
        require(section, in: sectionIDs, place: place, key: "sections", "section")
        if !section.hasPrefix(document.id + "/") {
          log.report(
            line(of: section, key: "sections", place), key: "sections",
            "\"\(section)\" belongs to another document; list it there")
        }
      }
      refuseRepeats(document.sections, place: place, key: "sections", "section")
      if !document.reviewed.isEmpty, CalendarDay(document.reviewed) == nil {
        let place = line(of: document.reviewed, key: "reviewed", place)
        log.report(place, key: "reviewed", "expected a day such as 2026-11-22, found \"\(document.reviewed)\"")
      }
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
      if !section.title.isEmpty, titled[section.title, default: []].count > 1 {
        log.report(
          line(of: section.title, key: "title", place), key: "title",
          "another section has the same title \"\(section.title)\"")
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
    refuseRepeats(vocabulary.facets.map(\.id), place: file("facets"), key: "id", "facet")
    for subject in vocabulary.subjects {
      if let gap = subject.gap { require(gap, in: gapIDs, place: file("subjects"), key: "gap", "gap") }
    }
    for aspect in vocabulary.aspects {
      for (subject, section) in aspect.standIns.sorted(by: { $0.key < $1.key }) {
        let place = line(of: section, key: subject, file("aspects"))
        require(subject, in: subjectIDs, place: place, key: "stand_ins", "subject")
        require(section, in: sectionIDs, place: place, key: "stand_ins", "section")
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
      let place = line(of: fact.id, key: "id", SourcePlace(file: "facts.yaml"))
      require(fact.section, in: sectionIDs, place: place, key: "section", "section")
    }
  }

  /// A label that holds for many lines of a file is reported at the first of them.
  private func checkLabels() {
    var seen: [String: Set<Label>] = [:]
    for utterance in training.utterances + training.calibration {
      for label in utterance.labels where seen[utterance.place.file, default: []].insert(label).inserted {
        check(label, at: utterance.place)
      }
    }
  }

  private func check(_ label: Label, at place: SourcePlace) {
    switch label {
    case .section(let id): require(id, in: sectionIDs, place: place, key: nil, "section")
    case .gap(let id): require(id, in: gapIDs, place: place, key: nil, "gap")
    case .aspect(let id): require(id, in: aspectIDs, place: place, key: nil, "aspect")
    case .smalltalk(let id): require(id, in: smalltalkIDs, place: place, key: nil, "small talk")
    case .negative(let id): require(id, in: negativeIDs, place: place, key: nil, "file of negatives/ for")
    case .decline: break
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

  /// The place with the line on which a value stands, unless it has a line already.
  private func line(of value: String, key: String, _ place: SourcePlace, last: Bool = false) -> SourcePlace {
    place.line == nil ? log.place(of: value, key: key, file: place.file, last: last) : place
  }

  private func require(_ id: String, in known: Set<String>, place: SourcePlace, key: String?, _ what: String) {
    guard !id.isEmpty, !known.contains(id) else { return }
    log.report(key.map { line(of: id, key: $0, place) } ?? place, key: key, "there is no \(what) \"\(id)\"")
  }

  private func refuseRepeats(_ ids: [String], place: SourcePlace, key: String, _ what: String) {
    var seen: Set<String> = []
    for id in ids where !id.isEmpty && !seen.insert(id).inserted {
      log.report(
        line(of: id, key: key, place, last: true), key: key, "the \(what) \"\(id)\" stands twice; remove one of them")
    }
  }
}
