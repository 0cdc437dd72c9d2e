import Foundation

/// The program on a terminal of its own, driven by keys.
final class PseudoTerminal {
  /// What was waited for did not come in time; `seen` is what came.
  struct Missing: Error {
    let wanted: String
    let seen: String
  }

  private let master: Int32
  private let child: Child
  private var isAtEnd = false
  private var code: Int32?
  private var unread = ""
  private var bytes: [UInt8] = []
  /// Everything the program has shown.
  private(set) var shown = ""

  /// Linux's requests that stand behind `unlockpt` and `ptsname`, which Swift does not import.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let patience: Int32 = 60_000

  /// Starts the program on a terminal of this many columns.
  /// - Throws: where there is no terminal to be had or the program cannot be started.
  init(_ arguments: [String], columns: UInt16 = 100, environment: [String: String] = [:]) throws {
    Product.prepare()
    master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (number, locked): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, Self.setLock, &locked) == 0, ioctl(master, Self.getNumber, &number) == 0 else {
      throw Child.Failure(number: errno)
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: 30, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    child = try Child.start(
      arguments, environment: Product.environment(adding: environment), ownsSession: true
    ) { actions in
      for descriptor: Int32 in 0...2 { posix_spawn_file_actions_addopen(&actions, descriptor, name, O_RDWR, 0) }
    }
  }

  deinit {
    close(master)
    if code == nil {
      kill(child.process, SIGKILL)
      _ = child.wait()
    }
  }

  /// Types keys.
  func type(_ keys: String) {
    _ = Array(keys.utf8).withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// Waits until the program has shown a text after what was waited for before.
  /// - Throws: ``Missing`` where it does not within a minute.
  func expect(_ text: String) throws {
    while true {
      if let range = unread.range(of: text) {
        unread = String(unread[range.upperBound...])
        return
      }
      guard read() else { throw Missing(wanted: text, seen: unread) }
    }
  }

  /// Reads to the end and waits for the exit code; a program that shows nothing more for a minute is ended by force.
  func finish() -> Int32 {
    while read() {}
    if !isAtEnd { kill(child.process, SIGKILL) }
    let code = child.wait()
    self.code = code
    return code
  }

  /// Presses Ctrl-D until the program ends, as a person would. One that is pressed between a prompt and the moment the editor
  /// takes over the terminal becomes a character of the line, so later presses clear the line with Ctrl-C first.
  func quit() -> Int32 {
    for attempt in 0..<60 where !isAtEnd {
      if attempt > 0 {
        type("\u{3}")
        while read(within: 300) {}
      }
      type("\u{4}")
      while read(within: 1_000) {}
    }
    return finish()
  }

  private func read(within patience: Int32 = PseudoTerminal.patience) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, patience) == 1 else { return false }
    var chunk = [UInt8](repeating: 0, count: 1 << 14)
    let count = Foundation.read(master, &chunk, chunk.count)
    guard count > 0 else {
      isAtEnd = true
      return false
    }
    bytes += chunk.prefix(count)
    guard let text = String(validating: bytes, as: UTF8.self) else { return true }
    bytes = []
    unread += text
    shown += text
    return true
  }
}
