/// The direction of a text in 384 signed bytes: a quarter of the memory, and the same whether computed now or read from a cache.
struct EncodedText: Sendable {
  /// Numbers of the direction, 127 standing for the largest.
  let bytes: [Int8]
  /// What a byte of 1 stands for.
  let scale: Float

  init(bytes: [Int8], scale: Float) {
    self.bytes = bytes
    self.scale = scale
  }

  /// The rounded form of a direction.
  init(_ direction: [Float]) {
    let largest = direction.reduce(0) { max($0, abs($1)) }
    let scale = largest > 0 ? largest / 127 : 1
    self.scale = scale
    bytes = direction.map { Int8(($0 / scale).rounded()) }
  }

  /// The numbers, rounded as they are.
  var direction: [Float] { bytes.map { Float($0) * scale } }
}
