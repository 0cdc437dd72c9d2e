public import Foundation
import Synchronization

/// Turns a text into a direction in space: texts that mean the same point the same way.
///
/// all-MiniLM-L6-v2, one sentence a call and one thread. The weights are mapped, not copied, and every buffer is made
/// once. The same text gives the same bytes on every run on one machine; other processors, and other versions of OpenBLAS,
/// differ in the last digits (see ``arithmetic``).
public final class SentenceEncoder: Sendable {
  /// How many numbers ``encode(_:)`` gives: 384.
  public let dimensions = BertShape.hidden
  /// What computes, such as `OpenBLAS 0.3.21 ... Haswell`; part of the key of anything computed and kept.
  public let arithmetic: String

  /// Name of the model, as answers and health reports give it.
  public static let name = "minilm"
  /// What decides the bytes of ``encode(_:)``: the model's digest, the precision and ``arithmetic``.
  public var identity: String { "\(ModelFile.weights.digest.prefix(16)) float32 \(arithmetic)" }

  private let files: EncoderFiles
  private let tokenizer: WordPieceTokenizer
  /// One text at a time, since the scratch space is shared. A pass takes milliseconds, so waiting is cheaper than
  /// a second set of buffers.
  private let transformer: Mutex<Transformer>

  /// Loads the model from a folder with `model.safetensors` and `tokenizer.json`, after checking their digests.
  ///
  /// - Throws: ``EncoderError`` for a file that is missing, unreadable, truncated or not the published one.
  public convenience init(folder: URL) throws(EncoderError) {
    try EncoderFiles(folder: folder).verify()
    try self.init(unverified: folder)
  }

  /// Loads without the digest check: structure, types and shapes are still checked. For tests of exactly that.
  package init(unverified folder: URL) throws(EncoderError) {
    files = EncoderFiles(folder: folder)
    tokenizer = try WordPieceTokenizer(file: files.url(of: .tokenizer), size: BertShape.vocabulary)
    transformer = Mutex(try Transformer(file: files.url(of: .weights)))
    arithmetic = Arithmetic.prepare()
  }

  /// Another encoder over the same files with buffers of its own, so that a second thread need not wait.
  ///
  /// - Throws: ``EncoderError`` where the files have gone or changed their shape since.
  public func twin() throws(EncoderError) -> SentenceEncoder { try SentenceEncoder(unverified: files.folder) }

  /// The direction of a text: ``dimensions`` numbers of unit length, so that a dot product is a cosine.
  ///
  /// Any text will do, the empty one too. What lies beyond 256 tokens (about 200 words) is not read, as in the reference.
  public func encode(_ text: String) -> [Float] {
    let tokens = tokenizer.tokens(of: text)
    return transformer.withLock { $0.sentence(of: tokens) }
  }

  /// The vocabulary's numbers for a text, as the reference tokenizer gives them.
  package func tokens(of text: String) -> [Int] { tokenizer.tokens(of: text) }
}
