import Encoding
import Foundation
import Testing

/// Where the files are, and that only the published ones are taken.
struct EncoderFilesTests {
  @Test(arguments: [
    (["XDG_CACHE_HOME": "/c", "HOME": "/h"], "/c/marrow/model"),
    (["HOME": "/h"], "/h/.cache/marrow/model"),
    (["XDG_CACHE_HOME": "relative", "HOME": "/h"], "/h/.cache/marrow/model"),
    (["XDG_CACHE_HOME": "", "HOME": "/h"], "/h/.cache/marrow/model"),
  ])
  func liesInTheCacheFolder(_ environment: [String: String], _ folder: String) {
    #expect(EncoderFiles.locate(environment: environment).folder.path() == folder)
  }

  @Test func refusesAnEmptyFolder() throws {
    let folder = try TemporaryFolder()
    let files = EncoderFiles(folder: folder.url)
    #expect(!files.arePresent)
    #expect(throws: EncoderError.missing(file: path(folder, .weights))) { try files.verify() }
    #expect(throws: EncoderError.self) { try SentenceEncoder(folder: folder.url) }
  }

  @Test func refusesAFolderThatIsNone() {
    let folder = URL(filePath: "/dev/null/model")
    #expect(throws: EncoderError.missing(file: "/dev/null/model/model.safetensors")) {
      try EncoderFiles(folder: folder).verify()
    }
  }

  @Test func refusesWhatIsNoPlainFile() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      at: folder.url.appending(path: ModelFile.weights.name), withIntermediateDirectories: false)
    let error = EncoderError.unreadable(file: path(folder, .weights), reason: "not a plain file")
    #expect(throws: error) { try EncoderFiles(folder: folder.url).verify() }
  }

  @Test func refusesAShortFile() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write([1, 2, 3], as: ModelFile.weights.name)
    let error = EncoderError.truncated(file: path(folder, .weights), needed: ModelFile.weights.size, found: 3)
    #expect(throws: error) { try EncoderFiles(folder: folder.url).verify() }
  }

  @Test func refusesOtherWeightsOfTheSameSize() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write([], as: ModelFile.weights.name)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(ModelFile.weights.size))
    try handle.close()
    let error = #expect(throws: EncoderError.self) { try EncoderFiles(folder: folder.url).verify() }
    guard case .altered(let name, let digest) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(name == path(folder, .weights))
    #expect(digest.count == 64)
  }

  private func path(_ folder: TemporaryFolder, _ file: ModelFile) -> String {
    folder.url.appending(path: file.name).path(percentEncoded: false)
  }
}
