import Crypto
public import Foundation

/// The folder with the model's files: where it is, and whether they are the published ones.
public struct EncoderFiles: Sendable, Hashable {
  /// The folder, whether it exists or not.
  public let folder: URL

  /// The files in this folder.
  public init(folder: URL) {
    self.folder = folder
  }

  /// `$XDG_CACHE_HOME/marrow/model`, by default `~/.cache/marrow/model`: outside the project, so that clones share it.
  ///
  /// A relative `XDG_CACHE_HOME` is ignored, as its specification asks.
  public static func locate(environment: [String: String]) -> EncoderFiles {
    let cache =
      absolute(environment["XDG_CACHE_HOME"])
      ?? (absolute(environment["HOME"]) ?? FileManager.default.homeDirectoryForCurrentUser).appending(path: ".cache")
    return EncoderFiles(folder: cache.appending(path: "marrow/model"))
  }

  /// Both files exist. Says nothing about what is in them.
  public var arePresent: Bool {
    ModelFile.allCases.allSatisfy { FileManager.default.fileExists(atPath: path(of: $0)) }
  }

  /// Checks size and SHA-256 of both files.
  ///
  /// Reading 91 MB takes about 0.1 s, so a success is noted in the folder (where it can be written) and a file that has kept
  /// inode, size and times since is not read again.
  /// - Throws: `missing`, `unreadable`, `truncated` or `altered`, for the first file that is wrong.
  public func verify() throws(EncoderError) {
    let noted = VerifiedNote(folder: folder)
    var lines: [String] = []
    for file in ModelFile.allCases {
      let status = try FileStatus(path: path(of: file))
      let line = noted.line(for: file, status)
      if !noted.contains(line) { try verify(file, status) }
      lines.append(line)
    }
    noted.write(lines)
  }

  func url(of file: ModelFile) -> URL { folder.appending(path: file.name) }

  private func path(of file: ModelFile) -> String { url(of: file).path(percentEncoded: false) }

  private func verify(_ file: ModelFile, _ status: FileStatus) throws(EncoderError) {
    let path = path(of: file)
    guard status.size >= file.size else { throw .truncated(file: path, needed: file.size, found: status.size) }
    guard status.size == file.size else { throw .altered(file: path, digest: "") }
    let digest = try Self.digest(path)
    guard digest == file.digest else { throw .altered(file: path, digest: digest) }
  }

  /// SHA-256 in hexadecimal, read a megabyte at a time so that checking costs no memory.
  private static func digest(_ path: String) throws(EncoderError) -> String {
    do {
      let handle = try FileHandle(forReadingFrom: URL(filePath: path))
      defer { try? handle.close() }
      var hash = SHA256()
      while let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty { hash.update(data: chunk) }
      return hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    } catch {
      throw .unreadable(file: path, reason: "\(error.localizedDescription)")
    }
  }

  private static func absolute(_ path: String?) -> URL? {
    guard let path, path.hasPrefix("/") else { return nil }
    return URL(filePath: path, directoryHint: .isDirectory)
  }
}
