import ArgumentParser
import Knowledge

/// Lists documents and their sections.
struct KnowledgeListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists the documents and their sections.",
    discussion: """
      Examples:
        marrow knowledge list
        marrow knowledge list --json
      """)

  @OptionGroup var home: Home
  @Flag(help: "Print JSON.") var json = false

  func run() throws {
    let knowledge = try Refusal.reported { () throws(KnowledgeRefused) in
      try KnowledgeLoader(home.knowledgeFolder()).load().knowledge
    }
    let listings = knowledge.documents.map { DocumentListing($0, of: knowledge) }
    print(json ? try JSONText.of(listings) : listings.map(\.text).joined(separator: "\n\n"))
  }
}
