import Encoding
import Foundation
import Testing

/// The encoder against the reference implementation.
@Suite(.enabled(if: InstalledModel.isPresent, "\(InstalledModel.skipped)"))
struct SentenceEncoderTests {
  private let encoder: SentenceEncoder

  init() throws {
    encoder = try InstalledModel.encoder.get()
  }

  @Test(arguments: try Reference.shared.get().cases)
  func givesTheReferencesTokens(_ reference: Reference.Case) {
    #expect(encoder.tokens(of: reference.text) == reference.ids)
  }

  @Test(arguments: try Reference.shared.get().cases)
  func pointsWhereTheReferencePoints(_ reference: Reference.Case) {
    let vector = encoder.encode(reference.text)
    #expect(vector.count == encoder.dimensions)
    #expect(cosine(vector, reference.floats) >= 0.9999)
    #expect(abs(cosine(vector, vector) - 1) < 1e-5)
  }

  @Test func theFixtureIsBroadEnough() throws {
    let cases = try Reference.shared.get().cases
    #expect(cases.count >= 60)
    #expect(cases.contains { $0.ids.count == 256 })
    #expect(cases.contains { $0.ids.count == 2 })
  }

  @Test func givesTheSameBytesWhateverCameBefore() throws {
    let texts = try Reference.shared.get().cases.map(\.text)
    let first = texts.map(encoder.encode)
    let another = try SentenceEncoder(folder: InstalledModel.files.folder)
    #expect(texts.reversed().map(another.encode).reversed() == first)
  }

  @Test func servesSeveralTasksAtOnce() async {
    let text = "What are the symptoms of ALL?"
    let alone = encoder.encode(text)
    await withTaskGroup(of: [Float].self) { group in
      for _ in 0..<16 { group.addTask { encoder.encode(text) } }
      for await vector in group { #expect(vector == alone) }
    }
  }

  @Test func putsAParaphraseNearerThanAnotherQuestion() {
    let question = encoder.encode("What are the signs of leukemia?")
    let paraphrase = encoder.encode("How do I notice that somebody has leukaemia?")
    let other = encoder.encode("How much does a transplant cost?")
    #expect(cosine(question, paraphrase) > cosine(question, other) + 0.2)
  }

  @Test func namesWhatComputes() {
    #expect(encoder.arithmetic.hasPrefix("OpenBLAS "))
  }

  private func cosine(_ left: [Float], _ right: [Float]) -> Double {
    zip(left, right).reduce(0) { $0 + Double($1.0) * Double($1.1) }
  }
}
