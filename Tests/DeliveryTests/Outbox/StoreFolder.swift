import Delivery
import Foundation

/// A folder for a store; removed when the test that made it is over. For tests with the trait `storeFolders`.
struct StoreFolder: Sendable {
  let url: URL

  init() throws {
    url = StoreFoldersTrait.root.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  var database: URL { url.appending(path: "outbox.sqlite") }

  func key() throws -> StoreKey { try StoreKey.load(orCreateAt: url.appending(path: "store.key")) }

  func open(at now: Date = .start, _ change: (inout StoreSettings) -> Void = { _ in }) async throws -> SQLiteStore {
    var settings = StoreSettings(file: database)
    change(&settings)
    return try await SQLiteStore.open(settings, key: key(), at: now)
  }

  /// Whether any file of the store holds these bytes.
  func contains(_ text: String) throws -> Bool {
    try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil).contains { file in
      try Data(contentsOf: file).range(of: Data(text.utf8)) != nil
    }
  }
}

extension Date {
  /// When the tests begin.
  static let start = Date(timeIntervalSince1970: 1_800_000_000)

  static func after(_ seconds: Double) -> Date { start + seconds }
}
