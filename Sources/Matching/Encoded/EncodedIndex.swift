internal import Foundation

/// Directions of texts with their classes: finds, for each class, how near its nearest text is.
struct EncodedIndex: Sendable {
  /// `dimensions` signed bytes a text, one after another; of a compiled file they are mapped, not copied.
  let directions: Data
  /// What a byte of 1 stands for, by text.
  let scales: [Float]
  /// Class of each text.
  let classes: [UInt16]

  /// An index of texts, each with its class.
  static func build(_ texts: [(text: EncodedText, label: Int)]) -> EncodedIndex {
    EncodedIndex(
      directions: texts.reduce(into: Data()) { data, entry in
        data.append(contentsOf: entry.text.bytes.map { UInt8(bitPattern: $0) })
      },
      scales: texts.map(\.text.scale), classes: texts.map { UInt16($0.label) })
  }

  /// Cosine with every text, in the order of the index. O(texts x dimensions).
  func similarities(_ direction: [Float]) -> [Float] {
    directions.withUnsafeBytes { bytes in
      direction.withUnsafeBufferPointer { direction in
        let numbers = bytes.assumingMemoryBound(to: Int8.self)
        return scales.indices.map { text in
          let row = text * direction.count
          var sum: Float = 0
          var lanes = SIMD8<Float>.zero
          var index = 0
          while index + 8 <= direction.count {
            for lane in 0..<8 { lanes[lane] += Float(numbers[row + index + lane]) * direction[index + lane] }
            index += 8
          }
          sum += lanes.sum()
          return sum * scales[text]
        }
      }
    }
  }

  /// The highest of the similarities by class; 0 for a class without texts.
  func nearest(_ similarities: [Float], classCount: Int) -> [Float] {
    var nearest = [Float](repeating: 0, count: classCount)
    for (similarity, label) in zip(similarities, classes) {
      nearest[Int(label)] = max(nearest[Int(label)], similarity)
    }
    return nearest
  }
}
