package import Knowledge

/// Classes of messages with examples of each, and nothing else: what is left of a knowledge folder where there are no
/// subjects, no grid and no text to answer with.
///
/// It makes the engine a plain intent matcher, which is what public benchmarks can be run on: every intent is a section with
/// an aspect of its own, messages that belong to none are the one kind of negative.
package struct IntentSet: Sendable {
  /// A message and its intent; nil for one that belongs to none.
  package struct Message: Sendable, Equatable {
    package let text: String
    package let intent: String?

    package init(text: String, intent: String?) {
      self.text = text
      self.intent = intent
    }
  }

  /// Messages to learn from.
  package let training: [Message]
  /// Messages that show how sure the learned is of what it has not seen.
  package let calibration: [Message]
  /// Words that are not misspellings of anything, in lower case.
  package let words: [String]

  package init(training: [Message], calibration: [Message], words: [String] = []) {
    self.training = training
    self.calibration = calibration
    self.words = words
  }

  /// The intents in the order in which training first names them.
  package var intents: [String] {
    var seen: Set<String> = []
    return training.compactMap(\.intent).filter { seen.insert($0).inserted }
  }

  /// The set in the form of a knowledge folder.
  package var loaded: LoadedKnowledge {
    let intents = intents
    let sections = intents.map { intent in
      Section(
        id: Self.section(of: intent), title: intent, aspect: intent, sourceHeading: "", document: Self.document,
        sentences: [], blocks: [])
    }
    let document = Document(
      id: Self.document, title: "", short: "", subject: Self.document, kind: Self.document, source: "", reviewed: "",
      covers: "", sections: sections.map(\.id))
    let vocabulary = Vocabulary(
      subjects: [], fieldWords: [], aspects: intents.map { Aspect(id: $0, title: $0) }, facets: [], synonyms: [],
      spelling: Spelling(common: words))
    return LoadedKnowledge(
      knowledge: Knowledge(
        documents: [document], sections: sections, gaps: [], smalltalk: [], vocabulary: vocabulary, digest: ""),
      training: TrainingSet(utterances: utterances(training), calibration: utterances(calibration)))
  }

  private static let document = "intents"
  private static let none = Label.negative("none")

  private static func section(of intent: String) -> String { document + "/" + intent }

  /// The intent of a section's id.
  package static func intent(of section: String) -> String { String(section.dropFirst(document.count + 1)) }

  private func utterances(_ messages: [Message]) -> [Utterance] {
    messages.map { message in
      Utterance(
        text: message.text, labels: [message.intent.map { .section(Self.section(of: $0)) } ?? Self.none], voice: "",
        place: SourcePlace(file: ""))
    }
  }
}
