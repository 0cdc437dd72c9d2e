import ArgumentParser
import Foundation
import Knowledge
import Matching

/// Finds the `Knowledge/` folder and the caches, and loads what commands need.
struct Home: ParsableArguments {
  @Option(
    help:
      "Folder that holds Knowledge/. Default: MARROW_HOME, the working directory, or ../share/marrow beside the binary."
  )
  var home: String?

  @Option(
    help:
      "auto, lexical or minilm: whether meaning is weighed beside words. Default: MARROW_MODEL, or auto: where the encoder's files are there."
  )
  var model: ModelChoice?

  /// The knowledge folder.
  func knowledgeFolder(environment: [String: String] = ProcessInfo.processInfo.environment) -> KnowledgeFolder {
    KnowledgeFolder(root(environment: environment).appendingPathComponent("Knowledge"))
  }

  /// The cache of compiled knowledge: `$XDG_CACHE_HOME/marrow`, or `~/.cache/marrow`.
  func cache(environment: [String: String] = ProcessInfo.processInfo.environment) -> CompiledCache {
    let base =
      environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : URL(fileURLWithPath: $0) }
      ?? URL(fileURLWithPath: NSHomeDirectory()).appendingPathComponent(".cache")
    return CompiledCache(folder: base.appendingPathComponent("marrow"))
  }

  /// The folder that holds `Knowledge/` and `Config/`.
  func root(environment: [String: String] = ProcessInfo.processInfo.environment) -> URL {
    if let home { return URL(fileURLWithPath: home) }
    if let home = environment["MARROW_HOME"], !home.isEmpty { return URL(fileURLWithPath: home) }
    let working = URL(fileURLWithPath: FileManager.default.currentDirectoryPath)
    let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    let installed = binary.deletingLastPathComponent().appendingPathComponent("share/marrow")
    let places = [working, installed]
    return places.first { FileManager.default.fileExists(atPath: $0.appendingPathComponent("Knowledge").path) }
      ?? working
  }
}
