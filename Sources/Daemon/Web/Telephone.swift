package import Answering

/// Telephone numbers of the contacts, so that pages can make them links that a phone dials.
package struct Telephone: Sendable, Equatable {
  /// The numbers as people write them, each once, longest first.
  package let numbers: [String]

  /// The numbers of a table of contacts.
  package init(_ table: ContactTable?) {
    let texts = (table?.regions ?? []).flatMap(\.contacts.values) + Array((table?.unknown ?? [:]).values)
    let numbers = Set(texts.flatMap(Self.numbers))
    self.numbers = numbers.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
  }

  /// Runs of digits with single blanks or hyphens between them, of at least three digits: "call 116 123" has one.
  package static func numbers(in text: String) -> [String] {
    var found: [String] = []
    var run = ""
    for character in text + "." {
      if character.isASCII, character.isNumber {
        run.append(character)
      } else if character == "-" || character == " ", run.last?.isNumber == true {
        run.append(character)
      } else {
        let number = run.last?.isNumber == false ? String(run.dropLast()) : run
        if number.filter(\.isNumber).count >= 3 { found.append(number) }
        run = ""
      }
    }
    return found
  }

  /// A text with its numbers as links.
  package func linked(_ text: String) -> HTML {
    var (result, rest): (HTML, Substring) = ("", text[...])
    while !rest.isEmpty {
      if let number = numbers.first(where: { begins(rest, with: $0) }) {
        result = "\(result)<a href=\"tel:\(number.filter(\.isNumber))\">\(number)</a>"
        rest = rest.dropFirst(number.count)
      } else {
        // A digit that begins no number takes its whole run along, so that no number begins within another.
        let run = rest.first?.isNumber == true ? rest.prefix(while: \.isNumber) : rest.prefix(1)
        result = "\(result)\(String(run))"
        rest = rest.dropFirst(run.count)
      }
    }
    return result
  }

  private func begins(_ text: Substring, with number: String) -> Bool {
    text.hasPrefix(number) && text.dropFirst(number.count).first?.isNumber != true
  }
}
