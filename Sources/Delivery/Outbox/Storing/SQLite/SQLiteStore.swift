import Dispatch
package import Foundation
import GRDB
import Synchronization

/// The store in one SQLite file: write-ahead log, flushed at each commit, commits shared by concurrent writers.
///
/// One process at a time may have it open. See ``OutboxStore`` for what the calls promise.
package final class SQLiteStore: OutboxStore {
  let pool: DatabasePool
  let commits: GroupCommit
  let key: StoreKey
  let settings: StoreSettings
  /// Messages and conversations that may be in the store.
  let known = HashFilter()
  /// When the file was last written anew.
  let rewrittenAt = Mutex<Date?>(nil)
  private let lock: StoreLock

  /// Pages of the write-ahead log before they are brought into the file: of a page that changes often only the last copy is.
  private static let pagesPerCheckpoint = 4000
  /// Of the file, for the connection that commits: hashes come in no order, so that every message touches other pages.
  private static let cachedKilobytes = 8192

  /// Opens the store, made anew where the file is missing, and takes back what a process before left leased.
  ///
  /// Where the clock shows less than when the store was last used, all that waits is moved back with it, so that it
  /// waits no longer than it was to.
  /// - Throws: `inUse`, `newerSchema`, `foreign`, `wrongKey`, `cannotOpen`, or what the database failed with.
  package static func open(
    _ settings: StoreSettings, key: StoreKey, at now: Date
  ) async throws(StoreFailure) -> SQLiteStore {
    let result: Result<SQLiteStore, StoreFailure> = await withCheckedContinuation { continuation in
      DispatchQueue(label: "marrow.store.open").async {
        continuation.resume(
          returning: Result { try SQLiteStore(settings, key: key, at: now) }.mapError { StoreFailure($0) })
      }
    }
    return try result.get()
  }

  private init(_ settings: StoreSettings, key: StoreKey, at now: Date) throws {
    self.settings = settings
    self.key = key
    lock = try StoreLock(for: settings.file)
    pool = try Self.openPool(settings)
    commits = GroupCommit(
      pool: pool, longestQueue: settings.longestQueue, largestCommit: settings.largestCommit,
      interval: settings.commitInterval)
    try pool.writeWithoutTransaction { db in
      try prepareWriter(db)
      try Schema.migrate(db, path: settings.file.path)
      try db.inTransaction(.immediate) {
        try checkKey(db)
        try takeOver(db, at: now)
        return .commit
      }
      try known.add(db, from: "inbound")
      try known.add(db, from: "conversation")
    }
  }

  package func close() async {
    await commits.close()
    // The pool closes its readers last, and those cannot do this.
    try? await clean(rewriting: false)
    await withCheckedContinuation { continuation in
      DispatchQueue(label: "marrow.store.close").async { [self] in
        pool.invalidateReadOnlyConnections()
        try? pool.close()
        continuation.resume()
      }
    }
    lock.release()
  }

  /// Runs `body` on a reading connection, beside any commit.
  func read<Value: Sendable>(
    _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreFailure) -> Value {
    guard !commits.isClosed else { throw .closed }
    let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
      pool.asyncRead { access in
        continuation.resume(returning: Result { try body(access.get()) }.mapError { StoreFailure($0) })
      }
    }
    return try result.get()
  }

  private static func openPool(_ settings: StoreSettings) throws -> DatabasePool {
    let path = settings.file.path
    try makeFile(path)
    var configuration = Configuration()
    configuration.label = "marrow.store"
    configuration.maximumReaderCount = 2
    configuration.foreignKeysEnabled = false
    configuration.busyMode = .timeout(settings.busyTimeout.seconds)
    // A disk that fails may not even let a transaction be undone; the next commit begins with that then.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF")
    }
    do {
      return try DatabasePool(path: path, configuration: configuration)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      throw StoreFailure.cannotOpen(path: path, why: "SQLite cannot open it or a file beside it")
    }
  }

  /// Makes the file before SQLite does, for its owner alone; SQLite gives the files beside it the same mode.
  private static func makeFile(_ path: String) throws(StoreFailure) {
    let file = Foundation.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .cannotOpen(path: path, why: systemMessage(errno)) }
    Foundation.close(file)
  }

  private func prepareWriter(_ db: Database) throws {
    // Opening a pool ends with synchronous = NORMAL, whatever was set while it was prepared: so only now.
    try db.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = \(Self.pagesPerCheckpoint)")
    try db.execute(sql: "PRAGMA cache_size = -\(Self.cachedKilobytes)")
    let pageSize = try Int.fetchOne(db, sql: "PRAGMA page_size") ?? 4096
    try db.execute(sql: "PRAGMA max_page_count = \(max(1, settings.largestFile / pageSize))")
  }

  /// Hashes made with another key would match nothing, and nothing would tell.
  private func checkKey(_ db: Database) throws {
    let check = key.hash(.check).bytes
    let found = try Data.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'key'")
    guard let found else {
      try db.execute(sql: "INSERT INTO meta VALUES ('key', ?)", arguments: [check])
      return
    }
    guard found == check else { throw StoreFailure.wrongKey }
  }
}
