import Foundation

/// The program under test: the binary that was built beside the test bundle, with the repository's knowledge.
enum Product {
  /// The binary.
  static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("marrow").path

  /// The repository, or the folder that `MARROW_HOME` names.
  static let home =
    ProcessInfo.processInfo.environment["MARROW_HOME"]
    ?? URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// Environment of every run: nothing of the caller's but the search path, so that tests do not depend on who runs them.
  static func environment(adding more: [String: String] = [:]) -> [String: String] {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let fixed = [
      "PATH": path, "HOME": cache, "XDG_CACHE_HOME": cache, "MARROW_HOME": home, "LANG": "C.UTF-8", "TERM": "xterm",
      "SWIFT_BACKTRACE": "interactive=no", "MARROW_MODEL": "lexical",
    ]
    return fixed.merging(more) { $1 }
  }

  /// Cache of compiled knowledge beside the binary, filled by one run before the first test that needs it and made anew
  /// when the binary is newer.
  static let cache: String = {
    let folder = binary + "-test-cache"
    let files = FileManager.default
    let built = (try? files.attributesOfItem(atPath: binary)[.modificationDate]) as? Date
    let made = (try? files.attributesOfItem(atPath: folder)[.modificationDate]) as? Date
    if let built, let made, made < built { try? files.removeItem(atPath: folder) }
    try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return folder
  }()

  private static let warmUp: Void = {
    _ = try? Run.finished(["ask", "hello"], prepared: false)
  }()

  /// Compiles the knowledge once, so that tests that run at the same time do not each do it.
  static func prepare() { warmUp }
}
