import Answering
import Foundation
import Knowledge
import Matching

/// Prints why an answer, or a refusal, came out as it did, for people.
struct WhyPrinter {
  private let renderer: TerminalRenderer

  /// Columns of the labels.
  private static let labelWidth = 12
  /// Words printed of a long question.
  private static let wordLimit = 60

  /// A printer that wraps and styles as a renderer does.
  init(_ renderer: TerminalRenderer) { self.renderer = renderer }

  /// The explanation, without a line end after it.
  func text(of answer: Answer) -> String {
    let parts = answer.explanations.enumerated().flatMap { index, part in
      (answer.explanations.count > 1 ? ["", renderer.styling.bold("Part \(index + 1)")] : []) + lines(of: part)
    }
    return ([renderer.styling.bold("Why")] + head(of: answer) + parts).joined(separator: "\n")
  }

  private func head(of answer: Answer) -> [String] {
    var lines = row(
      "outcome", [answer.kind.rawValue, answer.reason?.written].compactMap(\.self).joined(separator: ", "))
    let classes = ([answer.safety].compactMap(\.self) + answer.safetyAlso).map(\.rawValue)
    if !classes.isEmpty { lines += row("safety", classes.joined(separator: ", ")) }
    if let rule = answer.rule { lines += row("decided by", rule) }
    return lines
  }

  private func lines(of part: Explanation) -> [String] {
    row("words", words(part.words))
      + row("repairs", list(part.repairs.map { "\($0.written) read as \($0.read)" }))
      + row("synonyms", list(part.concepts.map { "\($0.word) (\($0.concept))" }))
      + row("subject", list(part.subjects.map { "\($0.subject), from \"\($0.words)\"" }))
      + row("facets", list(part.facets))
      + row("aspects", list(part.aspects.map { "\(Self.title(ofClass: $0.name)) \(number($0.probability))" }))
      + part.neighbours.flatMap { row("near to", "\($0.question) (\($0.name)) \(number($0.similarity))") }
      + row("rule", part.rule)
      + row("margin", margin(of: part))
      + ["candidates"] + part.candidates.flatMap(candidate)
  }

  private func margin(of part: Explanation) -> String {
    guard part.candidates.count > 1 else { return "\(number(part.margin)), nothing else was weighed" }
    let (best, second) = (part.candidates[0], part.candidates[1])
    return "\(number(part.margin)): \(name(best)) before \(name(second))"
  }

  private func candidate(_ candidate: Explanation.Weighed) -> [String] {
    let signals = candidate.signals.filter { $0.value != 0 }.map { "\($0.name) \(number($0.value))" }.joined(
      separator: ", ")
    let indent = String(repeating: " ", count: Self.labelWidth)
    return renderer.wrapping.lines(name(candidate), first: "  \(number(candidate.probability))  ", rest: indent)
      + renderer.wrapping.lines(signals, first: indent, rest: indent).map(renderer.styling.dim)
  }

  private func name(_ candidate: Explanation.Weighed) -> String { candidate.section ?? "declining" }

  private func row(_ label: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: Self.labelWidth)
    let first = label.padding(toLength: Self.labelWidth, withPad: " ", startingAt: 0)
    return renderer.wrapping.lines(Self.printable(text), first: first, rest: indent)
  }

  private func words(_ words: [String]) -> String {
    let shown = words.prefix(Self.wordLimit).joined(separator: " ")
    let rest = words.count - Self.wordLimit
    return rest > 0 ? "\(shown) ... and \(rest) more" : words.isEmpty ? "none" : shown
  }

  private func list(_ items: [String]) -> String { items.isEmpty ? "none" : items.joined(separator: ", ") }

  private func number(_ value: Double) -> String { String(format: "%.4f", value) }

  /// A class of the aspect classifier as people read it: aspects without their mark, other classes with it.
  private static func title(ofClass name: String) -> Substring {
    name.hasPrefix("aspect:") ? name.dropFirst("aspect:".count) : name[...]
  }

  /// The text without control and direction characters, since words of the question stand in it.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { ![.control, .format].contains($0.properties.generalCategory) }))
  }
}
