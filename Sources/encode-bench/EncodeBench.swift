import Encoding
import Foundation

/// Prints milliseconds a pass and resident memory; bench_reference.py beside it prints the same for torch.
///
/// It is kept because two things about the encoder show in no test: whether a pass costs more than the reference's, which
/// only a quiet machine can tell, and whether two machines, or two versions of OpenBLAS, give the same bytes, for which
/// their fingerprints are compared by eye.
///
/// Processor time stands beside elapsed time, because on a busy machine only the former can be compared.
@main
enum EncodeBench {
  private static let passes = 200

  static func main() throws {
    let files = EncoderFiles.locate(environment: ProcessInfo.processInfo.environment)
    let start = Stopwatch()
    let encoder = try SentenceEncoder(folder: files.folder)
    print("\(encoder.arithmetic), loaded in \(text(start.elapsed)) ms (\(text(start.processor)) ms of processor time)")
    for tokens in [8, 16, 32, 64, 128, 256] {
      let sentence = Array(repeating: "blood", count: tokens - 2).joined(separator: " ")
      let (elapsed, processor) = medians(encoder, sentence)
      print("\(tokens) tokens: \(text(elapsed)) ms, processor \(text(processor)) ms")
    }
    print("bytes: \(fingerprint(encoder))")
    print("resident: \(memory())")
  }

  private static func medians(_ encoder: SentenceEncoder, _ sentence: String) -> (elapsed: Double, processor: Double) {
    for _ in 0..<20 { _ = encoder.encode(sentence) }
    let times = (0..<passes).map { _ in
      let pass = Stopwatch()
      _ = encoder.encode(sentence)
      return (pass.elapsed, pass.processor)
    }
    return (times.map(\.0).sorted()[passes / 2], times.map(\.1).sorted()[passes / 2])
  }

  /// The same on every run on one machine: a hash (FNV-1a) of what some texts of all lengths give.
  private static func fingerprint(_ encoder: SentenceEncoder) -> String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for words in 0..<260 {
      for number in encoder.encode(Array(repeating: "blood test", count: words).joined(separator: ", ")) {
        hash = (hash ^ UInt64(number.bitPattern)) &* 0x100_0000_01B3
      }
    }
    return String(hash, radix: 16)
  }

  private static func text(_ number: Double) -> String { String(format: "%.2f", number) }

  /// The kernel's own figures: all, and the parts from memory and from mapped files.
  private static func memory() -> String {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let lines = status.split(separator: "\n").filter {
      $0.hasPrefix("VmHWM") || $0.hasPrefix("VmRSS") || $0.hasPrefix("Rss")
    }
    return lines.map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") }.joined(separator: ", ")
  }
}
