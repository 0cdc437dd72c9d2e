import Encoding
import Foundation
import Testing

/// The reader against headers that lie.
struct SafetensorsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  @Test func readsNumbers() throws {
    let file = try write(#"{"a":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]}}  "#, data: [1.5, -2])
    let tensors = try Safetensors(file)
    let floats = try tensors.floats("a", [2, 1])
    #expect([floats[0], floats[1]] == [1.5, -2])
  }

  @Test(arguments: [
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,80]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,16]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9223372036854770000]}}"#,
  ])
  func saysTruncatedWhenATensorLiesBehindTheEnd(_ header: String) throws {
    let file = try write(header, data: [1, 2])
    let error = #expect(throws: EncoderError.self) { try Safetensors(file) }
    guard case .truncated = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test(arguments: [
    "", "[]x", "{", #"{"a":}"#, #"{"a":1}"#, #"{"a":{"dtype":"F32","shape":[2]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[-8,0]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,9223372036854775807]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,1e3]}}"#,
    #"{"a":{"dtype":7,"shape":[2],"data_offsets":[0,8]}}"#,
    "{\"\\ud800\":1}", "{\"a\u{0}\":1}", String(repeating: "[", count: 100_000),
  ])
  func saysMalformedForABrokenHeader(_ header: String) throws {
    let file = try write(header, data: [1, 2])
    let error = #expect(throws: EncoderError.self) { try Safetensors(file) }
    guard case .malformed = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test(arguments: [[], [1, 2, 3], [255, 0, 0, 0, 0, 0, 0, 0, 1, 2]] as [[UInt8]])
  func saysTruncatedWhenTheHeaderDoesNotFit(_ bytes: [UInt8]) throws {
    let file = try folder.write(bytes, as: "short")
    let error = #expect(throws: EncoderError.self) { try Safetensors(file) }
    guard case .truncated = error else { return #expect(Bool(false), "\(String(describing: error))") }
  }

  @Test func refusesAnotherKindOfFile() throws {
    let file = try folder.write(Array(repeating: 0xFF, count: 64), as: "other")
    let error = EncoderError.malformed(file: file.path(), reason: "not a safetensors file")
    #expect(throws: error) { try Safetensors(file) }
  }

  @Test(arguments: [
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,4]}}"#,
    #"{"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}} "#,
  ])
  func refusesAWrongSizeOrAddress(_ header: String) throws {
    let tensors = try Safetensors(try write(header, data: [1, 2], aligned: header.hasSuffix("}")))
    #expect(throws: EncoderError.self) { try tensors.floats("a", [2]) }
  }

  @Test func refusesAShapeThatOverflows() throws {
    let huge = Int.max / 2
    let file = try write(#"{"a":{"dtype":"F32","shape":[\#(huge),4],"data_offsets":[0,8]}}"#, data: [1, 2])
    let tensors = try Safetensors(file)
    #expect(throws: EncoderError.self) { try tensors.floats("a", [huge, 4]) }
  }

  private func write(_ header: String, data: [Float], aligned: Bool = true) throws -> URL {
    var header = Data(header.utf8)
    while aligned, header.count % 4 != 0 { header.append(UInt8(ascii: " ")) }
    if !aligned, header.count % 4 == 0 { header.append(UInt8(ascii: " ")) }
    let length = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Data($0) }
    return try folder.write(length + header + data.withUnsafeBytes { Data($0) }, as: "tensors")
  }
}
