import Answering
import Foundation
import Knowledge
import Matching

/// A tiny knowledge folder on disk: two diseases, three sections, a hole, a gap and small talk. Removed with the value.
final class FixtureKnowledge {
  /// The folder that holds `Knowledge`.
  let home: URL
  /// The knowledge folder.
  var folder: KnowledgeFolder { KnowledgeFolder(home.appendingPathComponent("Knowledge")) }

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-suites-\(UUID().uuidString)")
    for (path, text) in Self.files { try write(text, to: path) }
    // Safety data does not depend on the documents: the shipped one serves.
    try FileManager.default.copyItem(at: Self.shippedSafety, to: folder.url.appendingPathComponent("safety"))
  }

  private static let shippedSafety = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Knowledge/safety")

  deinit { try? FileManager.default.removeItem(at: home) }

  /// Writes a file below `Knowledge`.
  func write(_ text: String, to path: String) throws {
    try write(Data(text.utf8), to: path)
  }

  func write(_ data: Data, to path: String) throws {
    let url = folder.url.appendingPathComponent(path)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  /// The text of a file below `Knowledge`.
  func text(of path: String) throws -> String { try folder.text(of: path) }

  /// The fixture's knowledge, loaded once for all tests since every fixture has the same.
  static let knowledge: Result<Knowledge, any Error> = loaded.map(\.knowledge)

  /// A responder over the fixture, compiled once for all tests.
  static let responder: Result<Responder, any Error> = loaded.map {
    Responder(Matcher(KnowledgeCompiler($0).compile()), safety: .silent)
  }

  private static let loaded: Result<LoadedKnowledge, any Error> = Result {
    let fixture = try FixtureKnowledge()
    return try withExtendedLifetime(fixture) { try KnowledgeLoader(fixture.folder).load() }
  }

  private static let files = [
    "documents/all/document.yaml": """
    title: Acute lymphocytic leukemia
    short: ALL
    subject: all
    kind: disease
    source: "A page about ALL"
    reviewed: 2026-01-01
    covers: symptoms and causes
    sections: [all/symptoms, all/causes]
    """,
    "documents/all/symptoms.md": """
    ---
    title: Symptoms of ALL
    aspect: symptoms
    source: Symptoms
    ---
    People with ALL often have a fever. Their gums may bleed.
    """,
    "documents/all/symptoms.questions.txt": """
    # voice: patient
    what are the symptoms of ALL
    which signs does acute lymphocytic leukemia have
    does ALL give you a fever
    bleeding gums in acute lymphocytic leukemia
    """,
    "documents/all/causes.md": """
    ---
    title: Causes of ALL
    aspect: causes
    source: Causes
    ---
    A changed gene in one cell starts ALL. Nobody knows why the gene changes.
    """,
    "documents/all/causes.questions.txt": """
    # voice: patient
    what causes ALL
    why do people get acute lymphocytic leukemia
    which gene change starts ALL
    where does acute lymphocytic leukemia come from
    """,
    "documents/aml/document.yaml": """
    title: Acute myeloid leukemia
    short: AML
    subject: aml
    kind: disease
    source: "A page about AML"
    reviewed: 2026-01-01
    covers: causes
    sections: [aml/causes]
    """,
    "documents/aml/causes.md": """
    ---
    title: Causes of AML
    aspect: causes
    source: Causes
    ---
    Older treatment for another cancer can start AML.
    """,
    "documents/aml/causes.questions.txt": """
    # voice: patient
    what causes AML
    why do people get acute myeloid leukemia
    can earlier cancer treatment start AML
    where does acute myeloid leukemia come from
    """,
    "vocabulary/subjects.yaml": """
    field: [leukemia]
    subjects:
      - {id: all, title: acute lymphocytic leukemia (ALL), ambiguous: [all], names: [acute lymphocytic leukemia]}
      - {id: aml, title: acute myeloid leukemia (AML), names: [aml, acute myeloid leukemia]}
      - {id: cll, title: chronic lymphocytic leukemia (CLL), names: [cll], other: true, gap: other-cll}
    """,
    "vocabulary/aspects.yaml": """
    - {id: symptoms, title: the symptoms}
    - {id: causes, title: the causes}
    """,
    "vocabulary/facets.yaml": "- {id: price, cues: [cost, price], gap: cost}\n",
    "vocabulary/synonyms.yaml": "fever: [fever, temperature]\n",
    "vocabulary/spelling.yaml": "repairs: {leukmia: leukemia}\ncommon: what which does the of and where\n",
    "gaps/cost.yaml": """
    title: the cost
    reply: The documents do not cover what treatment costs.
    offer: [all/causes]
    questions: [how much does treatment cost, the price of leukemia care]
    """,
    "gaps/other-cll.yaml": """
    title: chronic lymphocytic leukemia
    reply: The documents do not cover CLL.
    offer: [all/symptoms]
    questions: [what is CLL, symptoms of CLL]
    """,
    "gaps/aml-symptoms.yaml": """
    title: the symptoms of AML
    subject: aml
    aspect: symptoms
    reply: The documents do not cover the symptoms of AML.
    offer: [aml/causes]
    questions: [what are the symptoms of AML, signs of acute myeloid leukemia]
    """,
    "smalltalk.yaml": """
    thanks:
      reply: You are welcome.
      questions: [thank you, thanks a lot, many thanks]
    greeting:
      reply: Hello there.
      questions: [hello, good morning, hi there]
    """,
    "negatives/off-topic.txt": "what is the weather like\nwho won the cup\nhow do I bake bread\n",
    "calibration/answerable.txt": """
    # voice: nurse
    # expect: all/symptoms
    signs of ALL please
    # expect: all/causes
    the cause of acute lymphocytic leukemia
    # expect: aml/causes
    the cause of AML
    # expect: decline
    price of a ticket
    """,
  ]
}
