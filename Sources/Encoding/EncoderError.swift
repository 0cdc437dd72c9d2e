/// Why the encoder cannot be used. Whoever asked for it says the description once and goes on with the lexical model.
///
/// No case carries text that somebody asked: only paths, tensor names and sizes.
public enum EncoderError: Error, Hashable, Sendable {
  /// The file is not there: the set-up script has not run, or runs with another cache folder.
  case missing(file: String)
  /// The file is there and the system does not give it out.
  case unreadable(file: String, reason: String)
  /// The file ends too early; sizes in bytes.
  case truncated(file: String, needed: Int, found: Int)
  /// The file is not the published one; the digest is SHA-256 in hexadecimal, empty where the size alone gave it away.
  case altered(file: String, digest: String)
  /// The file's structure is broken.
  case malformed(file: String, reason: String)
  /// A tensor that the network needs is not in the file.
  case missingTensor(String, file: String)
  /// A tensor holds something else than 32-bit floats.
  case wrongType(tensor: String, found: String)
  /// A tensor has other dimensions than the network's.
  case wrongShape(tensor: String, expected: [Int], found: [Int])
}

extension EncoderError: CustomStringConvertible {
  /// What is wrong, with which file, and what to do about it.
  public var description: String {
    switch self {
    case .missing(let file): "\(file) is not there; Config/setup.sh brings it in"
    case .unreadable(let file, let reason): "\(file) cannot be read: \(reason)"
    case .truncated(let file, let needed, let found):
      "\(file) is cut off: \(found) bytes of \(needed); remove it and run Config/setup.sh"
    case .altered(let file, let digest):
      "\(file) is not the published file\(digest.isEmpty ? "" : " (SHA-256 \(digest))"); "
        + "remove it and run Config/setup.sh"
    case .malformed(let file, let reason): "\(file) is malformed: \(reason)"
    case .missingTensor(let tensor, let file): "\(file) has no tensor \(tensor)"
    case .wrongType(let tensor, let found): "tensor \(tensor) holds \(found), not F32"
    case .wrongShape(let tensor, let expected, let found): "tensor \(tensor) has shape \(found), not \(expected)"
    }
  }
}
