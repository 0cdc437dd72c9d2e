import Foundation
import GRDB

/// Holds a database's write lock as another program would that has the file open.
final class ForeignLock: Sendable {
  private let queue: DatabaseQueue

  init(_ database: URL) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: database.path, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
  }

  func release() throws {
    try queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
  }
}
