import Encoding
import Foundation
import Testing

/// What happens to a copy of the real files when one of them changes.
@Suite(.enabled(if: InstalledModel.isPresent, "\(InstalledModel.skipped)"))
struct AlteredModelTests {
  private let folder: TemporaryFolder
  private let files: EncoderFiles

  init() throws {
    folder = try TemporaryFolder()
    files = EncoderFiles(folder: folder.url)
    for file in ModelFile.allCases {
      try FileManager.default.copyItem(
        at: InstalledModel.files.folder.appending(path: file.name), to: folder.url.appending(path: file.name))
    }
  }

  @Test func acceptsTheCopy() throws {
    try files.verify()
    #expect(FileManager.default.fileExists(atPath: folder.url.appending(path: ".verified").path()))
    try files.verify()
  }

  @Test(arguments: ModelFile.allCases)
  func refusesOneAlteredByteEvenAfterASuccess(_ file: ModelFile) throws {
    try files.verify()
    try alter(file) { handle in
      try handle.seek(toOffset: UInt64(file.size / 2))
      let byte = try #require(try handle.read(upToCount: 1)?.first)
      try handle.seek(toOffset: UInt64(file.size / 2))
      try handle.write(contentsOf: [byte ^ 1])
    }
    #expect(throws: EncoderError.self) { try SentenceEncoder(folder: folder.url) }
    let error = #expect(throws: EncoderError.self) { try files.verify() }
    guard case .altered = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test(arguments: ModelFile.allCases)
  func refusesATruncatedFileEvenAfterASuccess(_ file: ModelFile) throws {
    try files.verify()
    try alter(file) { try $0.truncate(atOffset: UInt64(file.size - 1)) }
    let error = #expect(throws: EncoderError.self) { try SentenceEncoder(folder: folder.url) }
    guard case .truncated(_, file.size, file.size - 1) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  @Test(arguments: ModelFile.allCases)
  func refusesAMissingFile(_ file: ModelFile) throws {
    try FileManager.default.removeItem(at: folder.url.appending(path: file.name))
    let error = #expect(throws: EncoderError.self) { try SentenceEncoder(folder: folder.url) }
    guard case .missing = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test func doesNotTrustANoteOfAnotherFile() throws {
    _ = try folder.write(
      "\(ModelFile.weights.digest) model.safetensors \(ModelFile.weights.size)\n".utf8, as: ".verified")
    try alter(.weights) { try $0.truncate(atOffset: 0) }
    #expect(throws: EncoderError.self) { try files.verify() }
  }

  private func alter(_ file: ModelFile, _ change: (FileHandle) throws -> Void) throws {
    let handle = try FileHandle(forUpdating: folder.url.appending(path: file.name))
    defer { try? handle.close() }
    try change(handle)
  }
}
