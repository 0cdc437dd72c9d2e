package import Foundation

/// The throw-away Python environment of the peers: made once in the benchmark's cache folder, anew when the requirements change.
package struct PeerEnvironment {
  /// Folder with `peers.py` and `requirements.txt`.
  package let scripts: URL
  /// The benchmark's cache folder.
  package let cache: URL

  package init(scripts: URL, cache: URL) {
    self.scripts = scripts
    self.cache = cache
  }

  private var folder: URL { cache.appendingPathComponent("peers") }
  private var stamp: URL { folder.appendingPathComponent("installed.txt") }
  private var python: String { folder.appendingPathComponent("bin/python").path }
  private var requirements: URL { scripts.appendingPathComponent("requirements.txt") }

  /// The program of a peer and its arguments before the request's file, after installing what is missing.
  ///
  /// - Throws: ``DataProblem`` where the script, Python or pip cannot do their part.
  package func command(of engine: Engine) throws(DataProblem) -> [String] {
    try install()
    return [python, scripts.appendingPathComponent("peers.py").path, engine.rawValue]
  }

  private func install() throws(DataProblem) {
    guard let wanted = try? String(contentsOf: requirements, encoding: .utf8) else {
      throw DataProblem("\(requirements.path): no such file; run this in the repository's folder or give --home")
    }
    if (try? String(contentsOf: stamp, encoding: .utf8)) == wanted { return }
    Progress.say("installing the peers into \(folder.path); some minutes, once")
    do {
      try FileManager.default.createDirectory(at: cache, withIntermediateDirectories: true)
      _ = try Subprocess.output(of: ["python3", "-m", "venv", "--clear", folder.path])
      _ = try Subprocess.output(
        of: [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements.path])
      try wanted.write(to: stamp, atomically: true, encoding: .utf8)
    } catch {
      throw DataProblem("the peers could not be installed: \(error); Python 3.11 or newer with venv and pip is needed")
    }
  }
}
