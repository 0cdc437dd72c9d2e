internal import Foundation

/// The file form of compiled knowledge: a mark, a checksum of all that follows, the length of a table, the table of parts in
/// JSON, then the parts as raw little-endian numbers.
struct Archive {
  /// What every file starts with; the number grows with each change of the form.
  static let mark = "MARROW-KNOWLEDGE-2\n"

  private struct Part: Codable {
    let name: String
    let offset: Int
    let length: Int
  }

  private var parts: [Part] = []
  private var body = Data()

  init() {}

  /// Adds numbers under a name.
  mutating func add<Number: BitwiseCopyable>(_ name: String, _ numbers: [Number]) {
    while body.count % 8 != 0 { body.append(0) }
    let data = numbers.withUnsafeBytes { Data($0) }
    parts.append(Part(name: name, offset: body.count, length: data.count))
    body.append(data)
  }

  /// Adds bytes under a name.
  mutating func add(_ name: String, bytes: Data) { add(name, Array(bytes)) }

  /// Adds a value as JSON under a name.
  mutating func add(_ name: String, json value: some Encodable) throws {
    add(name, Array(try Self.json(value)))
  }

  /// Keys are sorted, so that the same value gives the same bytes.
  private static func json(_ value: some Encodable) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(value)
  }

  /// The whole file.
  func data() throws -> Data {
    let table = try Self.json(parts)
    let rest = Self.bytes(of: UInt64(table.count)) + table + body
    return Data(Self.mark.utf8) + Self.bytes(of: Checksum.of(rest)) + rest
  }

  /// Reads the bytes of a file. Everything is checked against the checksum and the file's length.
  init(_ data: Data) throws(ArchiveDamaged) {
    let start = Self.headLength
    guard data.count >= start, Self.number(in: data, at: start - 8) == Checksum.of(data[start...]) else {
      throw ArchiveDamaged()
    }
    try self.init(checked: data)
  }

  /// Maps a file. It is first read piece by piece for its checksum, so that of the mapping only the pages that are used
  /// become resident.
  init(mapping file: URL) throws(ArchiveDamaged) {
    guard let handle = try? FileHandle(forReadingFrom: file), let size = try? handle.seekToEnd(),
      (try? handle.seek(toOffset: 0)) != nil, let head = try? handle.read(upToCount: Self.headLength),
      head.count == Self.headLength
    else { throw ArchiveDamaged() }
    var sum = Checksum(count: Int(size) - Self.headLength)
    while let piece = try? handle.read(upToCount: Self.pieceLength), !piece.isEmpty { sum.add(piece) }
    guard Self.number(in: head, at: Self.headLength - 8) == sum.value,
      let data = try? Data(contentsOf: file, options: .alwaysMapped), data.count == size
    else { throw ArchiveDamaged() }
    try self.init(checked: data)
  }

  /// Bytes of the mark and the checksum.
  private static let headLength = mark.utf8.count + 8
  /// Bytes read at once for the checksum; a multiple of eight.
  private static let pieceLength = 1 << 20

  private init(checked data: Data) throws(ArchiveDamaged) {
    let start = Self.headLength
    guard data.count >= start + 8, data.prefix(start - 8) == Data(Self.mark.utf8) else { throw ArchiveDamaged() }
    let length = Self.number(in: data, at: start)
    guard length < UInt64(data.count - start - 8) else { throw ArchiveDamaged() }
    let tableEnd = start + 8 + Int(length)
    guard let parts = try? JSONDecoder().decode([Part].self, from: data.subdata(in: start + 8..<tableEnd)) else {
      throw ArchiveDamaged()
    }
    body = data[tableEnd...]
    let size = body.count
    guard parts.allSatisfy({ $0.offset >= 0 && $0.length >= 0 && $0.length <= size && $0.offset <= size - $0.length })
    else {
      throw ArchiveDamaged()
    }
    self.parts = parts
  }

  /// True where there is something under a name.
  func has(_ name: String) -> Bool { parts.contains { $0.name == name } }

  /// The numbers under a name.
  func numbers<Number: BitwiseCopyable>(_ name: String, as type: Number.Type = Number.self) throws(ArchiveDamaged)
    -> [Number]
  {
    let bytes = try bytes(name)
    guard bytes.count % MemoryLayout<Number>.stride == 0 else { throw ArchiveDamaged() }
    return bytes.withUnsafeBytes { source in
      [Number](unsafeUninitializedCapacity: bytes.count / MemoryLayout<Number>.stride) { target, count in
        UnsafeMutableRawBufferPointer(target).copyMemory(from: source)
        count = target.count
      }
    }
  }

  /// The value under a name.
  func json<Value: Decodable>(_ name: String, as type: Value.Type = Value.self) throws(ArchiveDamaged) -> Value {
    let bytes = try bytes(name)
    guard let value = try? JSONDecoder().decode(Value.self, from: bytes) else { throw ArchiveDamaged() }
    return value
  }

  private static func bytes(of number: UInt64) -> Data { withUnsafeBytes(of: number.littleEndian) { Data($0) } }

  private static func number(in data: Data, at offset: Int) -> UInt64 {
    data.withUnsafeBytes { UInt64(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) }
  }

  /// The bytes under a name, not copied: they stay in the mapped file.
  func bytes(_ name: String) throws(ArchiveDamaged) -> Data {
    guard let part = parts.first(where: { $0.name == name }) else { throw ArchiveDamaged() }
    let start = body.startIndex + part.offset
    return body[start..<start + part.length]
  }
}
