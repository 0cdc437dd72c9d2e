import Foundation

/// Gathers a response as it comes in, and refuses to grow beyond its limits.
struct ResponseBuffer {
  /// All header lines of a response together, interim ones included; in bytes.
  static let maximumHeaderBytes = 32 * 1024

  private(set) var head = ResponseHead()
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
    if line.first == UInt8(ascii: "H"), line.starts(with: "HTTP/".utf8) {
      head.clear()
      isInHeaders = true
    } else if line.first == UInt8(ascii: "\r") || line.first == UInt8(ascii: "\n") {
      isInHeaders = false
    } else if isInHeaders {
      head.append(line: line)
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
}
