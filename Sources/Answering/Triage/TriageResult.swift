/// What triage found in one message.
public struct TriageResult: Sendable, Equatable {
  /// The classes that fired, highest first, each once.
  public let classes: [SafetyClass]
  /// The rules that fired, in order of class and then of the rule files.
  public let findings: [Finding]
  /// What this message alone taught about the person; the caller adds it to what it remembers.
  public let flags: ContextFlags

  /// Makes a result from its parts.
  public init(classes: [SafetyClass], findings: [Finding], flags: ContextFlags) {
    self.classes = classes
    self.findings = findings
    self.flags = flags
  }

  /// The class that decides the reply, `nil` when nothing fired.
  public var main: SafetyClass? { classes.first }
}
