import GRDB

extension StoreFailure {
  /// What an error of the database means for the caller. Drops its message, which may quote statements.
  init(_ error: any Error) {
    if let failure = error as? StoreFailure {
      self = failure
      return
    }
    guard let error = error as? DatabaseError else {
      self = .other(code: ResultCode.SQLITE_ERROR.rawValue)
      return
    }
    let code = error.extendedResultCode.rawValue
    self =
      switch error.resultCode {
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_FULL: .full
      case .SQLITE_READONLY: .readOnly
      case .SQLITE_IOERR, .SQLITE_CANTOPEN: .inputOutput(code: code)
      case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
      default: .other(code: code)
      }
  }
}
