import Encoding
import Foundation
import Testing

/// Files of the right or nearly right structure, taken without the digest check: what lies behind it holds by itself.
struct FakeModelTests {
  private let folder: TemporaryFolder
  private let query = "encoder.layer.3.attention.self.query.weight"

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func loadsAndGivesZerosForZeroWeights() throws {
    try FakeModel().write(to: folder)
    let encoder = try SentenceEncoder(unverified: folder.url)
    #expect(encoder.encode("anything") == Array(repeating: 0, count: 384))
    #expect(encoder.encode(String(repeating: "long ", count: 1000)).count == 384)
  }

  @Test func refusesTruncatedWeights() throws {
    var model = FakeModel()
    model.missingBytes = 1
    #expect(isTruncated(try refusal(model)))
  }

  @Test func refusesAnotherType() throws {
    var model = FakeModel()
    model.tensors[query]?.type = "F16"
    #expect(try refusal(model) == .wrongType(tensor: query, found: "F16"))
  }

  @Test func refusesAnotherShape() throws {
    var model = FakeModel()
    model.tensors[query]?.shape = [192, 768]
    #expect(try refusal(model) == .wrongShape(tensor: query, expected: [384, 384], found: [192, 768]))
  }

  @Test func refusesALargerModel() throws {
    var model = FakeModel()
    model.tensors["embeddings.LayerNorm.bias"]?.shape = [768]
    #expect(try refusal(model) == .wrongShape(tensor: "embeddings.LayerNorm.bias", expected: [384], found: [768]))
  }

  @Test func refusesAMissingTensor() throws {
    var model = FakeModel()
    model.tensors[query] = nil
    let error = EncoderError.missingTensor(query, file: folder.url.appending(path: "model.safetensors").path())
    #expect(try refusal(model) == error)
  }

  @Test func refusesASmallerVocabulary() throws {
    var model = FakeModel()
    model.vocabulary.removeLast()
    #expect(isMalformed(try refusal(model)))
  }

  @Test func refusesAVocabularyWithoutTheSeparator() throws {
    var model = FakeModel()
    model.vocabulary[3] = "elsewhere"
    #expect(isMalformed(try refusal(model)))
  }

  @Test func refusesATokenizerThatIsCutOff() throws {
    try FakeModel().write(to: folder)
    let file = folder.url.appending(path: ModelFile.tokenizer.name)
    try Data(contentsOf: file).dropLast(2).write(to: file)
    #expect(isMalformed(#expect(throws: EncoderError.self) { try SentenceEncoder(unverified: folder.url) }))
  }

  @Test func refusesToGoWithoutTheTokenizer() throws {
    try FakeModel().write(to: folder)
    let file = folder.url.appending(path: ModelFile.tokenizer.name)
    try FileManager.default.removeItem(at: file)
    #expect(throws: EncoderError.missing(file: file.path())) { try SentenceEncoder(unverified: folder.url) }
  }

  private func refusal(_ model: FakeModel) throws -> EncoderError? {
    try model.write(to: folder)
    return #expect(throws: EncoderError.self) { try SentenceEncoder(unverified: folder.url) }
  }

  private func isTruncated(_ error: EncoderError?) -> Bool {
    if case .truncated = error { true } else { false }
  }

  private func isMalformed(_ error: EncoderError?) -> Bool {
    if case .malformed = error { true } else { false }
  }
}
