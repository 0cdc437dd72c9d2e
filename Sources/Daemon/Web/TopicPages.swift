import Answering
import Foundation
import Knowledge

/// The sections as a small website that needs no script.
struct TopicPages: Sendable {
  /// What pages are made from.
  let content: PageContent
  /// The knowledge that they show.
  let knowledge: Knowledge

  private static let navigation: HTML = "<a href=\"/topics\">Topics</a><a href=\"/\">Ask a question</a>"

  /// The list of all sections.
  var list: HTML {
    frame("Topics").page(
      """
      <main id="main" class="wide topics" tabindex="-1">
      <h1>Topics</h1>
      <p class="covers">Everything that Marrow knows and answers from, to read.</p>
      \(knowledge.documents.map(listed))
      </main>
      \(foot("The words are Marrow's own; each topic names its source."))
      """)
  }

  /// One section.
  func page(_ section: Section) -> HTML {
    let document = knowledge.document(section.document)
    return frame(section.title).page(
      """
      <main id="main" class="wide topic" tabindex="-1">
      <nav class="crumbs" aria-label="Where you are">\(crumbs(section, document))</nav>
      <h1>\(section.title)</h1>
      <article class="reply">
      \(section.blocks.map { block($0, of: section) })
      <p class="source">\(source(document))</p>
      </article>
      <a class="button" href="/#ask=\(Self.encoded(section.title))">Ask about this</a>
      \(parts(of: section))
      </main>
      \(foot("This is general information, not medical advice. A doctor or nurse can tell you what it means for you."))
      """)
  }

  /// What stands at the address of a section that is not there.
  var missing: HTML {
    frame("No such topic").page(
      """
      <main id="main" class="wide topic" tabindex="-1">
      <h1>There is no such topic</h1>
      <p>It may have moved. All topics stand <a href="/topics">in one list</a>.</p>
      </main>
      """)
  }

  private func frame(_ title: String) -> PageFrame {
    PageFrame(title: "\(title) - Marrow", navigation: Self.navigation, emergency: content.emergency)
  }

  private func foot(_ words: String) -> HTML {
    "<footer class=\"foot\"><div class=\"wide\"><p>\(words)</p></div></footer>"
  }

  // MARK: The list

  private func listed(_ document: Document) -> HTML {
    let top = knowledge.sections.filter { section in
      section.document == document.id && parent(of: section) == nil
    }
    return """
      <section aria-labelledby="\(document.id)">
      <h2 id="\(document.id)">\(document.title) (\(document.short))</h2>
      <p class="covers">Covers \(document.covers).</p>
      <ul>\(top.map(entry))</ul>
      </section>
      """
  }

  private func entry(_ section: Section) -> HTML {
    let parts = knowledge.sections.filter { parent(of: $0)?.id == section.id }
    let inner: HTML = parts.isEmpty ? "" : "<ul>\(parts.map(entry))</ul>"
    return "<li>\(link(section))\(inner)</li>"
  }

  private func link(_ section: Section) -> HTML { "<a href=\"\(Self.path(section.id))\">\(section.title)</a>" }

  /// The nearest section that this one is a part of.
  private func parent(of section: Section) -> Section? {
    knowledge.sections.filter { section.isPart(of: $0.id) }.max { $0.id.utf8.count < $1.id.utf8.count }
  }

  // MARK: One section

  private func crumbs(_ section: Section, _ document: Document?) -> HTML {
    let up: HTML = parent(of: section).map { " / \(link($0))" } ?? ""
    return "<a href=\"/topics#\(section.document)\">\(document?.title ?? "Topics")</a>\(up)"
  }

  private func block(_ block: SectionBlock, of section: Section) -> HTML {
    let words = { (index: Int) in section.sentences[index].text }
    switch block {
    case .paragraph(let sentences):
      return "<p>\(sentences.map(words).joined(separator: " "))</p>\n"
    case .list(let introduction, let items):
      let first: HTML = introduction.map { "<p>\(words($0))</p>" } ?? ""
      return "<div>\(first)<ul class=\"points\">\(items.map { "<li>\(words($0))</li>" as HTML })</ul></div>\n"
    }
  }

  private func source(_ document: Document?) -> HTML {
    guard let document else { return "" }
    return "Based on \(document.source). Reviewed <time datetime=\"\(document.reviewed)\">\(document.reviewed)</time>."
  }

  private func parts(of section: Section) -> HTML {
    let parts = knowledge.sections.filter { parent(of: $0)?.id == section.id }
    guard !parts.isEmpty else { return "" }
    return "<h2>More on this</h2><ul class=\"parts\">\(parts.map { "<li>\(link($0))</li>" as HTML })</ul>"
  }

  /// The address of a section's page.
  static func path(_ id: String) -> String { "/topics/" + id.split(separator: "/").map(encoded).joined(separator: "/") }

  /// A text for a part of an address: everything but letters, digits and `-._~` encoded.
  private static func encoded(_ text: some StringProtocol) -> String {
    text.utf8.reduce(into: "") { result, byte in
      let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
      if isPlain || "-._~".utf8.contains(byte) {
        result.append(Character(UnicodeScalar(byte)))
      } else {
        result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
