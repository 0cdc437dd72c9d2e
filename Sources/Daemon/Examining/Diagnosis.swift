package import Answering

/// One thing that was looked at: how it is, and what to do where it is not well.
package struct Diagnosis: Sendable {
  /// How a thing is.
  package enum State: String, Sendable {
    /// Nothing to do.
    case good = "ok"
    /// It works, but somebody should look.
    case doubtful = "warning"
    /// It must be fixed.
    case broken = "error"
  }

  /// How it is.
  package let state: State
  /// What was looked at.
  package let subject: String
  /// What was found, and what to do.
  package let finding: String

  /// A diagnosis.
  package init(_ state: State, _ subject: String, _ finding: String) {
    self.state = state
    self.subject = subject
    self.finding = finding
  }

  /// `ok       knowledge: 44 sections`.
  package var line: String {
    let mark = state.rawValue + String(repeating: " ", count: 8 - state.rawValue.count)
    return "\(mark) \(subject): \(finding)"
  }

  /// A list of these, each an object.
  package static func json(_ diagnoses: [Diagnosis]) -> JSONValue {
    .array(
      diagnoses.map {
        .object([
          ("state", .string($0.state.rawValue)), ("subject", .string($0.subject)), ("finding", .string($0.finding)),
        ])
      })
  }
}
