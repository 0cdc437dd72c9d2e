package import Foundation

/// A file of `label<TAB>text` lines, as public intent sets are given.
package enum MessageFile {
  /// The label of a message that belongs to none of the intents.
  package static let none = "oos"

  /// The messages in order.
  ///
  /// - Throws: ``DataProblem`` for a file that cannot be read as UTF-8, and for the first line without label, tab or text.
  package static func read(_ url: URL) throws(DataProblem) -> [LabelledMessage] {
    guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8) else {
      throw DataProblem(
        "\(url.path): cannot be read as UTF-8 text; --data names the folder that holds clinc150 and banking77")
    }
    return try messages(in: text, file: url.path)
  }

  /// The messages of a file's text; `file` is what a problem calls it.
  package static func messages(in text: String, file: String) throws(DataProblem) -> [LabelledMessage] {
    var messages: [LabelledMessage] = []
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last?.isEmpty == true { lines.removeLast() }
    for (index, line) in lines.enumerated() {
      let parts = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw DataProblem(file: file, line: index + 1, "no tab between label and text")
      }
      let (label, text) = (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces))
      guard !label.isEmpty, !text.isEmpty else {
        throw DataProblem(file: file, line: index + 1, label.isEmpty ? "the label is empty" : "the text is empty")
      }
      messages.append(LabelledMessage(text: text, label: label == none ? nil : label))
    }
    return messages
  }
}
