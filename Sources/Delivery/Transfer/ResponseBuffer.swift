import Foundation
import HTTPTypes

/// Gathers a response as it comes in, and refuses to grow beyond its limits.
struct ResponseBuffer {
  /// All header lines of a response together, interim ones included; in bytes.
  static let maximumHeaderBytes = 32 * 1024

  private(set) var headers = HTTPFields()
  private(set) var body = Data()
  /// Set once the response has grown too large; the transfer then ends with it.
  private(set) var failure: TransferFailure?
  private let maximumBytes: Int
  private var headerBytes = 0
  /// Between a status line and the empty line; the lines after that are trailers.
  private var isInHeaders = false

  init(maximumBytes: Int) {
    self.maximumBytes = max(0, maximumBytes)
  }

  /// Takes one header line, status lines and the empty one too. False where the transfer must end.
  mutating func receive(header line: UnsafeRawBufferPointer) -> Bool {
    headerBytes += line.count
    guard headerBytes <= ResponseBuffer.maximumHeaderBytes else {
      failure = .headersTooLarge(limit: ResponseBuffer.maximumHeaderBytes)
      return false
    }
    if line.starts(with: "HTTP/".utf8) {
      headers = HTTPFields()
      isInHeaders = true
    } else if line.starts(with: "\r\n".utf8) || line.starts(with: "\n".utf8) {
      isInHeaders = false
    } else if isInHeaders, let field = ResponseBuffer.field(of: line) {
      headers.append(field)
    }
    return true
  }

  /// Takes a part of the body. False where the transfer must end.
  mutating func receive(body part: UnsafeRawBufferPointer) -> Bool {
    guard part.count <= maximumBytes - body.count else {
      failure = .responseTooLarge(limit: maximumBytes)
      return false
    }
    body.append(contentsOf: part)
    return true
  }

  /// Notes that the server has announced a longer body than allowed.
  mutating func refuseLength() {
    failure = .responseTooLarge(limit: maximumBytes)
  }

  /// A field of RFC 9110 5.1; nil for what is none, which is passed over.
  private static func field(of line: UnsafeRawBufferPointer) -> HTTPField? {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")),
      let name = HTTPField.Name(String(decoding: line[..<colon], as: UTF8.self))
    else { return nil }
    let value = line[(colon + 1)...].trimming { $0 == 0x20 || $0 == 0x09 || $0 == 0x0d || $0 == 0x0a }
    return HTTPField(name: name, value: String(decoding: value, as: UTF8.self))
  }
}

extension Slice<UnsafeRawBufferPointer> {
  /// The slice without the bytes of a kind at its ends.
  fileprivate func trimming(_ isBlank: (UInt8) -> Bool) -> Self {
    guard let first = firstIndex(where: { !isBlank($0) }), let last = lastIndex(where: { !isBlank($0) }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
