extension String {
  /// Whether a byte of the UTF-8 form fulfils a condition.
  func hasByte(where condition: (UInt8) -> Bool) -> Bool {
    // A buffer is read several times as fast as the view.
    utf8.withContiguousStorageIfAvailable { $0.contains(where: condition) } ?? utf8.contains(where: condition)
  }
}
