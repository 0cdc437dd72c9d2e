import EditLine
import Foundation

/// Reads lines from the terminal with editing, history and completion, by libedit.
///
/// The one place that calls libedit.
final class EditLineReader {
  /// What a read ended with.
  enum Event {
    /// A line, without its end.
    case line(String)
    /// Ctrl-C.
    case interrupted
    /// Ctrl-D on an empty line, or the terminal is gone.
    case end
  }

  private let editor: OpaquePointer?
  private let past: OpaquePointer?
  private let completion: TopicCompletion
  private let file: HistoryFile?

  /// Lines that history keeps.
  private static let historySize: Int32 = 500
  /// Choices that one Tab lists.
  private static let choicesShown = 20

  /// A reader of the process's terminal, for use on this thread; takes Ctrl-C for itself from now on.
  init(completion: TopicCompletion, history: HistoryFile?) {
    self.completion = completion
    file = history
    marrow_use_utf8()
    editor = el_init("marrow", marrow_stdin(), marrow_stdout(), marrow_stderr())
    past = history_init()
    marrow_history_prepare(past, Self.historySize)
    if let file { _ = marrow_history_load(past, file.path) }
    marrow_el_prepare(editor, past, Unmanaged.passUnretained(self).toOpaque())
    marrow_el_bind(editor, "^I", "marrow-complete", Self.onTab)
    marrow_catch_interrupts()
  }

  deinit {
    el_end(editor)
    history_end(past)
  }

  /// The next line; waits for it. A line that is not blank goes into the history.
  func next() -> Event {
    el_resize(editor)
    var error: Int32 = 0
    guard let text = marrow_el_gets(editor, &error) else {
      guard error == EINTR else { return .end }
      el_reset(editor)
      return .interrupted
    }
    let line = String(cString: text).trimmingCharacters(in: .newlines)
    if !line.allSatisfy(\.isWhitespace) { remember(line) }
    return .line(line)
  }

  private func remember(_ line: String) {
    _ = marrow_history_enter(past, line)
    if let file { _ = marrow_history_save(past, file.path) }
  }

  // MARK: Completion

  private static let onTab: marrow_el_function = { editor, _ in
    guard let editor, let owner = marrow_el_owner(editor) else { return UInt8(CC_ERROR) }
    return Unmanaged<EditLineReader>.fromOpaque(owner).takeUnretainedValue().complete()
  }

  private func complete() -> UInt8 {
    switch completion.complete(textBeforeCursor()) {
    case .none: return UInt8(CC_ERROR)
    case .replace(let removing, let text):
      el_deletestr(editor, Int32(removing))
      return el_insertstr(editor, text) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
    case .choices(let choices):
      list(choices)
      return UInt8(CC_REDISPLAY)
    }
  }

  private func textBeforeCursor() -> String {
    guard let line = el_line(editor)?.pointee, let start = line.buffer, let cursor = line.cursor else { return "" }
    let bytes = UnsafeRawBufferPointer(start: start, count: cursor - start)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func list(_ choices: [String]) {
    let rest = choices.count - Self.choicesShown
    let more = rest > 0 ? ["... and \(rest) more; /topics lists all"] : []
    fflush(marrow_stdout())
    try? StandardStream.output.write(
      "\r\n" + (choices.prefix(Self.choicesShown) + more).map { "  \($0)\r\n" }.joined())
  }
}
