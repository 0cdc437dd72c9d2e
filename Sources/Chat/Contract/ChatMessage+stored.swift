package import Foundation

extension ChatMessage {
  /// The message as JSON, as `JSONEncoder` would write it, in a fraction of the time.
  package var stored: Data {
    // Base64 has nothing that JSON escapes.
    var json = Data(#"{"count":\#(count),"index":\#(index),"payload":""#.utf8)
    json.append(payload.base64EncodedData())
    json.append(contentsOf: #""}"#.utf8)
    return json
  }
}
