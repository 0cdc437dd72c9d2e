/// Everything lint judges, read from a knowledge folder.
public struct LintSources: Sendable {
  /// The loaded folder.
  public let loaded: LoadedKnowledge
  /// The canned cases of its suites.
  public let cases: [CannedCaseSummary]
  /// Contacts with the days they were checked on.
  public let contacts: [DatedContact]
  /// True where there is a file of contacts, dated or not.
  public let hasContacts: Bool
  /// Notices and fixed replies.
  public let fixedTexts: [FixedText]

  /// These sources, for callers that have read the suites themselves.
  public init(
    loaded: LoadedKnowledge, cases: [CannedCaseSummary], contacts: [DatedContact] = [], hasContacts: Bool = false,
    fixedTexts: [FixedText] = []
  ) {
    self.loaded = loaded
    self.cases = cases
    self.contacts = contacts
    self.hasContacts = hasContacts
    self.fixedTexts = fixedTexts
  }

  /// Loads a folder with its suites, contacts and fixed texts; files of `safety/` that are not there count as empty.
  /// - Throws: ``KnowledgeRefused`` where loading refuses the folder or a suite or safety file is no YAML.
  public static func read(_ folder: KnowledgeFolder) throws(KnowledgeRefused) -> LintSources {
    let loaded = try KnowledgeLoader(folder).load()
    let log = ProblemLog()
    let files = try folder.files().filter { $0.hasSuffix(".yaml") }
    var cases: [CannedCaseSummary] = []
    for file in files where file.hasPrefix("suites/") {
      cases += CannedCaseReader(log: log).cases(in: try folder.text(of: file), file: file)
    }
    var safety = SafetyTextReader(log: log)
    for file in files where file.hasPrefix("safety/") { safety.read(try folder.text(of: file), file: file) }
    try log.throwIfAny()
    return LintSources(
      loaded: loaded, cases: cases, contacts: safety.contacts, hasContacts: safety.hasContacts,
      fixedTexts: safety.fixedTexts)
  }
}
