package import Delivery
package import Foundation

/// The folder of everything that outlives the process: database, key of the hashes, control socket.
package struct StateFolder: Sendable {
  /// The folder.
  package let url: URL

  /// The folder that the settings name, or `$XDG_STATE_HOME/marrow`, or `~/.local/state/marrow`.
  package init(_ settings: Settings, environment: [String: String]) {
    if !settings.store.folder.isEmpty {
      url = URL(fileURLWithPath: settings.store.folder)
    } else if let base = environment["XDG_STATE_HOME"], base.hasPrefix("/") {
      url = URL(fileURLWithPath: base).appendingPathComponent("marrow")
    } else {
      url = URL(fileURLWithPath: NSHomeDirectory()).appendingPathComponent(".local/state/marrow")
    }
  }

  /// A folder at a place.
  package init(url: URL) { self.url = url }

  /// The database.
  package var database: URL { url.appendingPathComponent("marrow.sqlite") }
  /// The key of the hashes.
  package var keyFile: URL { url.appendingPathComponent("marrow.key") }
  /// The control socket.
  package var socket: URL { url.appendingPathComponent("control.sock") }

  /// Makes the folder, for its owner alone, where it is missing.
  /// - Throws: ``StateFailure``.
  package func make() throws(StateFailure) {
    do {
      try FileManager.default.createDirectory(
        at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StateFailure(message: "the folder \(url.path) cannot be made; set store.folder to one that can be written")
    }
  }

  /// Opens the store, made anew where it is missing.
  /// - Throws: ``StateFailure``, which says what to do.
  package func open(at now: Date) async throws(StateFailure) -> (store: SQLiteStore, key: StoreKey) {
    try make()
    let key: StoreKey
    do throws(StoreKeyError) {
      key = try StoreKey.load(orCreateAt: keyFile)
    } catch {
      throw StateFailure(message: error.description)
    }
    do throws(StoreFailure) {
      return (try await SQLiteStore.open(StoreSettings(file: database), key: key, at: now), key)
    } catch {
      throw StateFailure(message: error.description)
    }
  }
}
