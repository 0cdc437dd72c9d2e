/// A word on its way through the tokenizer: normalised UTF-8, and where its scalars end.
struct Word {
  /// Beyond this a word is unknown, however it begins: the reference's `max_input_chars_per_word`.
  static let maximumScalars = 100

  private(set) var bytes: [UInt8] = []
  /// For each scalar the offset behind it.
  private(set) var ends: [Int] = []
  /// More than ``maximumScalars`` came; those behind the limit are not kept.
  private(set) var isTooLong = false

  var isEmpty: Bool { ends.isEmpty }

  mutating func append(_ scalar: UInt32) {
    guard ends.count < Self.maximumScalars else {
      isTooLong = true
      return
    }
    guard let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) else { return }
    bytes.append(contentsOf: encoded)
    ends.append(bytes.count)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    isTooLong = false
  }
}
