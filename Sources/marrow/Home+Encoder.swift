import Encoding
import Foundation

extension Home {
  /// The folder of the encoder's files.
  var encoderFiles: EncoderFiles { .locate(environment: ProcessInfo.processInfo.environment) }

  /// The encoder that the choice of model asks for; nil for words alone.
  ///
  /// Where the files are missing or wrong, says so once on standard error and goes on without.
  /// - Throws: `UsageFailure` where the encoder is demanded and cannot be used.
  func encoder(environment: [String: String] = ProcessInfo.processInfo.environment) throws -> SentenceEncoder? {
    let choice = try chosenModel(environment: environment)
    if choice == .lexical { return nil }
    do throws(EncoderError) {
      return try SentenceEncoder(folder: encoderFiles.folder)
    } catch {
      if choice == .minilm {
        throw UsageFailure(message: "the sentence encoder is demanded and cannot be used: \(error)")
      }
      try? StandardStream.error.write("marrow: answering by words alone: \(error)\n")
      return nil
    }
  }

  private func chosenModel(environment: [String: String]) throws -> ModelChoice {
    if let model { return model }
    guard let name = environment["MARROW_MODEL"], !name.isEmpty else { return .auto }
    guard let choice = ModelChoice(rawValue: name) else {
      throw UsageFailure(message: "MARROW_MODEL is \(name); give auto, lexical or minilm")
    }
    return choice
  }
}
