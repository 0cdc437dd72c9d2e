internal import Foundation

/// What Messenger posts: https://developers.facebook.com/docs/messenger-platform/reference/webhook-events
struct MessengerBatch: Codable {
  let object: String
  let entry: LossyList<Entry>

  struct Entry: Codable {
    let id: String
    /// Absent where another app has the conversation, and this one only listens.
    let messaging: LossyList<Event>?
  }

  /// The events of a page.
  var events: [Event] { object == "page" ? entry.elements.flatMap { $0.messaging?.elements ?? [] } : [] }

  /// A batch of one event.
  static func simulated(_ event: Event) -> MessengerBatch {
    let entry = Entry(id: event.recipient.id, messaging: LossyList([event]))
    return MessengerBatch(object: "page", entry: LossyList([entry]))
  }

  struct Person: Codable { let id: String }

  struct Event: Codable {
    let sender: Person
    /// The page.
    let recipient: Person
    /// Unix milliseconds.
    let timestamp: Int64
    var message: Message?
    var postback: Postback?

    var time: Date { Date(timeIntervalSince1970: TimeInterval(timestamp) / 1000) }
  }

  struct Message: Codable {
    let mid: String
    var text: String?
    var isEcho: Bool?
    var press: Press?

    private enum CodingKeys: String, CodingKey {
      case mid, text
      case isEcho = "is_echo"
      case press = "quick_reply"
    }
  }

  struct Press: Codable { let payload: String }

  /// A button that lasts, such as that with which a conversation begins.
  struct Postback: Codable {
    var mid: String?
    var title: String?
    var payload: String?
  }
}

extension MessengerBatch.Event {
  /// The id of the message; nil where there is no message by a person.
  var id: String? {
    if let message { return message.isEcho == true ? nil : message.mid }
    return postback?.mid
  }

  /// True for the button with which a conversation begins.
  var isStart: Bool { postback?.payload == "GET_STARTED" }

  /// What was asked: the words, the title that a quick reply stands for, or what stands on a button.
  var question: String? {
    isStart ? "hello" : QuestionText.read(message?.press?.payload ?? message?.text ?? postback?.title)
  }
}
