import Foundation

/// What a stream can show: whether it is a terminal, how wide, and whether colours are wanted.
struct Terminal: Sendable {
  /// Columns; nil where the stream is no terminal and nothing is wrapped.
  let columns: Int?
  /// True where bold and colours may be used: a terminal that can move its cursor, without `NO_COLOR`.
  let isStyled: Bool

  private static let standardColumns = 80
  private static let fewestColumns = 20

  /// The terminal behind a stream, as it is now.
  init(_ stream: StandardStream, environment: [String: String] = ProcessInfo.processInfo.environment) {
    guard isatty(stream.descriptor) == 1 else {
      (columns, isStyled) = (nil, false)
      return
    }
    columns = max(Self.columns(of: stream.descriptor) ?? Self.standardColumns, Self.fewestColumns)
    let isDumb = environment["TERM", default: "dumb"] == "dumb"
    isStyled = !isDumb && environment["NO_COLOR", default: ""].isEmpty
  }

  private static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
