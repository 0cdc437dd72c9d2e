internal import Foundation
internal import Knowledge

extension CompiledKnowledge {
  /// The file form.
  func archived() throws -> Data {
    var archive = Archive()
    try archive.add("knowledge", json: knowledge)
    try archive.add("classes", json: classes)
    try archive.add("sentences", json: sentences)
    try archive.add("ranking", json: ranking)
    try archive.add("ranking.fused", json: fusedRanking)
    archive.add("lexicon", Array(lexicon.serialized.utf8))
    archive.add("flat.hashes", models.flatTable.hashes)
    archive.add("flat.idf", models.flatTable.idf)
    archive.add(models.flat, as: "flat")
    archive.add("aspect.hashes", models.aspectTable.hashes)
    archive.add("aspect.idf", models.aspectTable.idf)
    archive.add(models.aspect, as: "aspect")
    archive.add("neighbours.offsets", models.neighbours.offsets)
    archive.add("neighbours.questions", models.neighbours.questions)
    archive.add("neighbours.values", models.neighbours.values)
    archive.add("neighbours.classes", models.neighbours.classes)
    archive.add("sections.terms", models.sections.terms)
    archive.add("sections.idf", models.sections.idf)
    archive.add("sections.frequencies", models.sections.frequencies)
    archive.add("sections.stated", models.sections.stated)
    if let encoded = models.encoded { archive.add(encoded) }
    if let danger { try archive.add(danger) }
    return try archive.data()
  }

  /// Reads the file form.
  init(_ archive: Archive) throws(ArchiveDamaged) {
    let knowledge: Knowledge = try archive.json("knowledge")
    let classes: ClassTable = try archive.json("classes")
    self.init(
      knowledge: knowledge,
      lexicon: Lexicon(serialized: String(decoding: try archive.numbers("lexicon", as: UInt8.self), as: UTF8.self)),
      classes: classes, sentences: try archive.json("sentences"),
      models: EvidenceModels(
        flatTable: FeatureTable(hashes: try archive.numbers("flat.hashes"), idf: try archive.numbers("flat.idf")),
        flat: try archive.classifier("flat"),
        aspectTable: FeatureTable(hashes: try archive.numbers("aspect.hashes"), idf: try archive.numbers("aspect.idf")),
        aspect: try archive.classifier("aspect"),
        neighbours: NeighborIndex(
          offsets: try archive.numbers("neighbours.offsets"), questions: try archive.numbers("neighbours.questions"),
          values: try archive.numbers("neighbours.values"), classes: try archive.numbers("neighbours.classes")),
        sections: SectionIndex(
          terms: try archive.numbers("sections.terms"), idf: try archive.numbers("sections.idf"),
          frequencies: try archive.numbers("sections.frequencies"), stated: try archive.numbers("sections.stated"),
          sectionCount: knowledge.sections.count),
        mask: SubjectMask(knowledge: knowledge, classes: classes),
        encoded: try archive.encodedModels()),
      danger: try archive.dangerModel(), ranking: try archive.json("ranking"),
      fusedRanking: try archive.json("ranking.fused"))
  }
}

extension Archive {
  fileprivate mutating func add(_ classifier: LinearClassifier, as name: String) {
    add("\(name).weights", bytes: classifier.weights)
    add("\(name).scales", classifier.scales)
    add("\(name).bias", classifier.bias)
  }

  fileprivate func classifier(_ name: String) throws(ArchiveDamaged) -> LinearClassifier {
    let bias: [Float] = try numbers("\(name).bias")
    let scales: [Float] = try numbers("\(name).scales")
    let weights = try bytes("\(name).weights")
    guard weights.count == bias.count * scales.count else { throw ArchiveDamaged() }
    return LinearClassifier(classCount: bias.count, weights: weights, scales: scales, bias: bias)
  }

  fileprivate mutating func add(_ models: EncodedModels) {
    add(models.flat, as: "encoded.flat")
    add(models.aspect, as: "encoded.aspect")
    add(models.questions, as: "encoded.questions")
    add(models.sentences, as: "encoded.sentences")
    add("encoded.texts", bytes: models.texts)
  }

  /// The models over meaning; nil in a file that was compiled without an encoder.
  fileprivate func encodedModels() throws(ArchiveDamaged) -> EncodedModels? {
    guard has("encoded.texts") else { return nil }
    return EncodedModels(
      flat: try classifier("encoded.flat"), aspect: try classifier("encoded.aspect"),
      questions: try index("encoded.questions"), sentences: try index("encoded.sentences"),
      texts: try bytes("encoded.texts"))
  }

  fileprivate mutating func add(_ danger: DangerModel) throws {
    try add("danger.labels", json: danger.labels)
    add("danger.hashes", danger.table.hashes)
    add("danger.idf", danger.table.idf)
    add(danger.words, as: "danger.words")
  }

  fileprivate func dangerModel() throws(ArchiveDamaged) -> DangerModel? {
    guard has("danger.labels") else { return nil }
    return DangerModel(
      labels: try json("danger.labels"),
      table: FeatureTable(hashes: try numbers("danger.hashes"), idf: try numbers("danger.idf")),
      words: try classifier("danger.words"))
  }

  fileprivate mutating func add(_ index: EncodedIndex, as name: String) {
    add("\(name).directions", bytes: index.directions)
    add("\(name).scales", index.scales)
    add("\(name).classes", index.classes)
  }

  fileprivate func index(_ name: String) throws(ArchiveDamaged) -> EncodedIndex {
    EncodedIndex(
      directions: try bytes("\(name).directions"), scales: try numbers("\(name).scales"),
      classes: try numbers("\(name).classes"))
  }
}
