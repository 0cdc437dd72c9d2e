import Answering
import Chat
import Daemon
import Foundation
import Testing

@Suite("What is stored with a reply")
struct StoredStateTests {
  private var state: ConversationState {
    var state = ConversationState.fresh(
      digest: "sha256:abc", at: Date(timeIntervalSinceReferenceDate: 785_536_523.123_456))
    (state.subject, state.aspect, state.isClarifying) = ("aml", "treatment", true)
    state.sections = ["aml/treatment", "all/\"quoted\""]
    state.choices = ["a/b", "c\\d"]
    state.noticesShown = ["general", "z", "é\u{2028}\u{85}\n"]
    state.flags = ContextFlags(inTreatment: true, minor: true)
    return state
  }

  @Test("A state comes back as it was, by the decoder that read it before too")
  func states() throws {
    let fresh = ConversationState.fresh(digest: "sha256:abc", at: Date(timeIntervalSinceReferenceDate: 0.1))
    for state in [state, fresh] {
      #expect(ConversationState(stored: state.stored) == state)
      #expect(try JSONDecoder().decode(ConversationState.self, from: state.stored) == state)
      #expect(ConversationState(stored: try JSONEncoder().encode(state)) == state)
    }
    #expect(state.stored == state.stored)
    #expect(ConversationState(stored: Data("{}".utf8)) == nil)
  }

  @Test("Messages and addresses come back as they were")
  func replies() throws {
    let message = ChatMessage(payload: Data((0...255).map { UInt8($0) }), index: 1, count: 3)
    #expect(try JSONDecoder().decode(ChatMessage.self, from: message.stored) == message)
    let place = Destination(lane: "T:C\n\u{1F600}", fields: ["channel": "C", "thread": "1.2", "": "\u{0}\u{7F}"])
    #expect(try JSONDecoder().decode(Destination.self, from: place.stored) == place)
    #expect(try JSONDecoder().decode(Destination.self, from: Destination(lane: "", fields: [:]).stored).fields.isEmpty)
  }
}
