import Foundation

/// Writes a line at once and whole, so that a process killed right after has said it and none is cut in two.
func say(_ line: String) {
  let bytes = Array((line + "\n").utf8)
  _ = write(STDOUT_FILENO, bytes, bytes.count)
}
