/// Why the store could not do what it was asked. Nothing was half-written; the caller may try again later.
///
/// Holds nothing of what was to be stored.
package enum StoreFailure: Error, Equatable, Sendable {
  /// Another process holds the database beyond the time allowed.
  case busy
  /// The disk or the store's own largest size is reached.
  case full
  case readOnly
  /// The system failed to read or write; the number is SQLite's extended result code.
  case inputOutput(code: Int32)
  /// The file is damaged or no database.
  case corrupt
  /// More writes are waiting than the store's queue may hold.
  case overloaded
  case closed
  /// Another daemon has this store open.
  case inUse(path: String)
  /// Written by a later version of the program.
  case newerSchema(found: Int, known: Int)
  /// A database, but of another program.
  case foreign(path: String)
  /// Written with another key file.
  case wrongKey
  case cannotOpen(path: String, why: String)
  /// Anything else; the number is SQLite's extended result code.
  case other(code: Int32)
}

extension StoreFailure {
  /// Another write may succeed where this one failed; otherwise it is the store itself that does not work.
  var mayConcernOneWrite: Bool {
    switch self {
    case .full, .other: true
    default: false
    }
  }
}

extension StoreFailure: CustomStringConvertible {
  package var description: String {
    switch self {
    case .busy: "the store is locked by another process: find who has the file open"
    case .full: "the store is full: free disk space, or raise its largest size"
    case .readOnly: "the store cannot be written: check the file's and folder's owner and mode, and the mount"
    case .inputOutput(let code): "the store's disk failed (SQLite \(code)): check the disk and the system's log"
    case .corrupt: "the store's file is damaged: move it away, or restore a backup"
    case .overloaded: "more is waiting to be stored than the queue may hold: try again shortly"
    case .closed: "the store is closed"
    case .inUse(let path): "another daemon has the store \(path) open: stop it, or give this one a store of its own"
    case .newerSchema(let found, let known):
      "the store has schema \(found), this program knows \(known) at most: use the program that wrote it, or a later one"
    case .foreign(let path): "\(path) is a database of another program: name another file"
    case .wrongKey: "the store was written with another key file: restore that key file, or move the store away"
    case .cannotOpen(let path, let why): "cannot open the store \(path): \(why)"
    case .other(let code): "the store failed (SQLite \(code))"
    }
  }
}
