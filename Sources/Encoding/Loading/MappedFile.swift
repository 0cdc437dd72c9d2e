package import Foundation
import Glibc

/// A file's bytes as memory: the system reads the pages that are touched and may drop them again.
///
/// The set-up script replaces files by rename, which leaves a mapping whole; cutting a mapped file short in place would
/// end the program, as with any mapping.
package final class MappedFile {
  /// The whole file; valid as long as this object lives.
  package let bytes: UnsafeRawBufferPointer
  /// For messages.
  package let path: String

  /// - Throws: `missing`, `unreadable`, or `truncated` for an empty file.
  package init(_ url: URL) throws(EncoderError) {
    path = url.path(percentEncoded: false)
    // Without O_NONBLOCK a named pipe in place of the file would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw SystemCall.error(path) }
    defer { close(descriptor) }
    let size = try FileStatus(descriptor: descriptor, path: path).size
    guard size > 0 else { throw .truncated(file: path, needed: 1, found: 0) }
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw SystemCall.error(path)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
  }
}
