internal import Foundation

/// Resident memory of this process at its highest, as the kernel counts it.
enum PeakMemory {
  /// Megabytes; 0 where the kernel does not say.
  static func megabytes() -> Double {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    let kilobytes = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
    return (kilobytes ?? 0) / 1024
  }
}
