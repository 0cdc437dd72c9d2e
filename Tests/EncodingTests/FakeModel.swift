import Encoding
import Foundation

/// A model folder of the right structure, all weights zero: sparse files, so that it costs neither time nor disk.
struct FakeModel {
  /// Tensor name to type and shape; a test changes what it wants to see refused.
  var tensors: [String: (type: String, shape: [Int])] = FakeModel.published
  var vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]"] + (4..<BertShape.vocabulary).map { "token\($0)" }
  /// Bytes that the weights file lacks at its end.
  var missingBytes = 0

  func write(to folder: TemporaryFolder) throws {
    var entries: [String: Any] = [:]
    var end = 0
    for (name, tensor) in tensors.sorted(by: { $0.key < $1.key }) {
      let size = tensor.shape.reduce(4, *)
      entries[name] = ["dtype": tensor.type, "shape": tensor.shape, "data_offsets": [end, end + size]]
      end += size
    }
    var header = try JSONSerialization.data(withJSONObject: entries)
    header.append(contentsOf: Array(repeating: UInt8(ascii: " "), count: (8 - header.count % 8) % 8))
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Data($0) }
    let file = try folder.write(length + header, as: ModelFile.weights.name)
    let handle = try FileHandle(forWritingTo: file)
    try handle.truncate(atOffset: UInt64(8 + header.count + end - missingBytes))
    try handle.close()
    let numbers = Dictionary(uniqueKeysWithValues: vocabulary.enumerated().map { ($1, $0) })
    let tokenizer = ["model": ["vocab": numbers], "added_tokens": [["id": 3, "content": "[SEP]"]]] as [String: Any]
    _ = try folder.write(JSONSerialization.data(withJSONObject: tokenizer), as: ModelFile.tokenizer.name)
  }

  private static let published: [String: (type: String, shape: [Int])] = {
    let (size, wide) = (BertShape.hidden, BertShape.wide)
    var shapes = [
      "embeddings.word_embeddings.weight": [BertShape.vocabulary, size],
      "embeddings.position_embeddings.weight": [BertShape.positions, size],
      "embeddings.token_type_embeddings.weight": [BertShape.tokenTypes, size],
      "embeddings.LayerNorm.weight": [size], "embeddings.LayerNorm.bias": [size],
    ]
    for number in 0..<BertShape.layers {
      let layer = "encoder.layer.\(number)"
      for part in ["self.query", "self.key", "self.value", "output.dense"] {
        shapes["\(layer).attention.\(part).weight"] = [size, size]
      }
      for part in ["attention.self.query", "attention.self.key", "attention.self.value", "attention.output.dense"] {
        shapes["\(layer).\(part).bias"] = [size]
      }
      for part in ["attention.output.LayerNorm", "output.LayerNorm"] {
        shapes["\(layer).\(part).weight"] = [size]
        shapes["\(layer).\(part).bias"] = [size]
      }
      shapes["\(layer).intermediate.dense.weight"] = [wide, size]
      shapes["\(layer).intermediate.dense.bias"] = [wide]
      shapes["\(layer).output.dense.weight"] = [size, wide]
      shapes["\(layer).output.dense.bias"] = [size]
    }
    return shapes.mapValues { ("F32", $0) }
  }()
}
