package import Foundation

/// A safetensors file: eight bytes for the length of a JSON header, the header, then the numbers.
///
/// Nothing in the header is believed before it is checked, and numbers are handed out as pointers into the mapping.
package struct Safetensors {
  /// Keeps the pointers alive.
  package let file: MappedFile
  private let entries: [String: TensorEntry]
  private static let lengthBytes = 8

  /// Maps the file and checks its header.
  ///
  /// - Throws: `missing` and `unreadable` from the system, `truncated` for a file that ends before its last tensor,
  ///   `malformed` for any other broken header.
  package init(_ url: URL) throws(EncoderError) {
    file = try MappedFile(url)
    let start = try Self.dataStart(file)
    let header = UnsafeRawBufferPointer(rebasing: file.bytes[Self.lengthBytes..<start])
    entries = try Self.entries(header, dataStart: start, file)
  }

  /// The numbers of a tensor, row by row.
  ///
  /// - Throws: `missingTensor`, `wrongType` or `wrongShape`.
  package func floats(_ name: String, _ shape: [Int]) throws(EncoderError) -> UnsafePointer<Float> {
    guard let entry = entries[name] else { throw .missingTensor(name, file: file.path) }
    guard entry.type == "F32" else { throw .wrongType(tensor: name, found: entry.type) }
    guard entry.shape == shape else { throw .wrongShape(tensor: name, expected: shape, found: entry.shape) }
    let (count, overflow) = Self.product(shape)
    guard !overflow, entry.size == count * MemoryLayout<Float>.stride else {
      throw .malformed(file: file.path, reason: "tensor \(name) has \(entry.size) bytes")
    }
    guard let address = file.bytes.baseAddress.map({ $0 + entry.start }),
      Int(bitPattern: address) % MemoryLayout<Float>.alignment == 0
    else {
      throw .malformed(file: file.path, reason: "tensor \(name) is not aligned")
    }
    return address.assumingMemoryBound(to: Float.self)
  }

  /// Where the header ends.
  private static func dataStart(_ file: MappedFile) throws(EncoderError) -> Int {
    guard file.bytes.count >= lengthBytes else {
      throw .truncated(file: file.path, needed: lengthBytes, found: file.bytes.count)
    }
    let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
    // The format's own limit; a larger number means that this is some other kind of file.
    guard length <= 100_000_000 else { throw .malformed(file: file.path, reason: "not a safetensors file") }
    let start = lengthBytes + Int(length)
    guard start <= file.bytes.count else {
      throw .truncated(file: file.path, needed: start, found: file.bytes.count)
    }
    return start
  }

  private static func entries(
    _ header: UnsafeRawBufferPointer, dataStart: Int, _ file: MappedFile
  ) throws(EncoderError) -> [String: TensorEntry] {
    let members: [JSONMember]
    do throws(JSONSyntaxError) {
      members = try JSONReader.read(header).members ?? []
    } catch {
      throw .malformed(file: file.path, reason: "header, \(error)")
    }
    var entries: [String: TensorEntry] = [:]
    for member in members where member.key != "__metadata__" {
      entries[member.key] = try entry(member, dataStart: dataStart, file)
    }
    return entries
  }

  private static func entry(
    _ member: JSONMember, dataStart: Int, _ file: MappedFile
  ) throws(EncoderError) -> TensorEntry {
    guard let type = member.value["dtype"]?.string, let shape = member.value["shape"]?.integers,
      let offsets = member.value["data_offsets"]?.integers, offsets.count == 2,
      0 <= offsets[0], offsets[0] <= offsets[1], offsets[1] <= Int.max - dataStart
    else { throw .malformed(file: file.path, reason: "header of tensor \(member.key)") }
    let end = dataStart + offsets[1]
    guard end <= file.bytes.count else { throw .truncated(file: file.path, needed: end, found: file.bytes.count) }
    return TensorEntry(type: type, shape: shape, start: dataStart + offsets[0], size: offsets[1] - offsets[0])
  }

  private static func product(_ shape: [Int]) -> (count: Int, overflow: Bool) {
    shape.reduce((1, false)) { total, factor in
      let (product, overflow) = total.0.multipliedReportingOverflow(by: factor)
      return (product, total.1 || overflow)
    }
  }
}
