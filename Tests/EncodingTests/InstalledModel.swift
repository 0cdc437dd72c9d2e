import Encoding
import Foundation

/// The model on this machine, for the tests that need it.
enum InstalledModel {
  static let files = EncoderFiles.locate(environment: ProcessInfo.processInfo.environment)
  static let isPresent = files.arePresent
  static let skipped = "the model is not in \(files.folder.path()): run Config/fetch-model.sh"
  /// One for all tests, as in the program.
  static let encoder = Result { try SentenceEncoder(folder: files.folder) }
}
