/// What the header of a safetensors file says of one tensor; checked against the file before it gets here.
struct TensorEntry {
  let type: String
  let shape: [Int]
  /// Bytes from the start of the file.
  let start: Int
  let size: Int
}
