extension Duration {
  /// Whole milliseconds, rounded up, at least 1, since libcurl takes 0 for "no limit", and at most what fits its type.
  var milliseconds: Int {
    let (seconds, attoseconds) = components
    guard seconds >= 0, attoseconds >= 0 else { return 1 }
    let whole = min(seconds, Int64(Int32.max / 1000) - 1) * 1000
    return max(1, Int(whole + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
  }
}
