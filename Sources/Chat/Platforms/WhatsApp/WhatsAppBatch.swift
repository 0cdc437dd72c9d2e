/// What WhatsApp posts: https://developers.facebook.com/docs/whatsapp/cloud-api/webhooks/components
struct WhatsAppBatch: Codable {
  let object: String
  let entry: LossyList<Entry>

  struct Entry: Codable { let changes: LossyList<Change> }

  struct Change: Codable {
    /// "messages" for messages and receipts; what people write on the business's own telephone has another name.
    let field: String
    let value: Value
  }

  struct Value: Codable {
    let metadata: Metadata
    /// Absent where the change tells of receipts.
    let messages: LossyList<WhatsAppMessage>?
  }

  struct Metadata: Codable {
    let number: String

    private enum CodingKeys: String, CodingKey { case number = "phone_number_id" }
  }

  /// A batch of one message.
  static func simulated(_ message: WhatsAppMessage, to number: String) -> WhatsAppBatch {
    let value = Value(metadata: Metadata(number: number), messages: LossyList([message]))
    let entry = Entry(changes: LossyList([Change(field: "messages", value: value)]))
    return WhatsAppBatch(object: "whatsapp_business_account", entry: LossyList([entry]))
  }

  /// The messages that people wrote to this number.
  func messages(to number: String) -> [WhatsAppMessage] {
    guard object == "whatsapp_business_account" else { return [] }
    return entry.elements.flatMap(\.changes.elements)
      .filter { $0.field == "messages" && $0.value.metadata.number == number }
      .flatMap { $0.value.messages?.elements ?? [] }
  }
}
