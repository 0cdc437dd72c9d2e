/// Replies of an engine to the validation and the test messages of an intent set.
package struct IntentReplies: Sendable {
  package let validation: [EngineReply]
  package let tests: [EngineReply]

  package init(validation: [EngineReply], tests: [EngineReply]) {
    self.validation = validation
    self.tests = tests
  }
}
