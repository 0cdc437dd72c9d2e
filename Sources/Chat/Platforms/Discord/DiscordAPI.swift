internal import Foundation

/// Where and how messages behind the first are posted.
struct DiscordAPI: Sendable {
  /// The API's base URL.
  static let standard = "https://discord.com/api/v10"

  /// The base URL in use.
  let base: String
  /// True where only who asked may see answers.
  let isPrivate: Bool
  /// What we call ourselves; Discord wants "DiscordBot (URL, version)".
  let agent: String

  /// The post of a message. The interaction's token is the credential, so there is no other.
  func request(_ content: DiscordContent, to destination: Destination) throws(OutgoingFailure) -> OutgoingRequest {
    guard let application = destination["application"], let token = destination["token"], Self.isPathPart(application),
      Self.isPathPart(token)
    else { throw .unusable("the interaction's token is missing or malformed") }
    guard let body = try? JSONBody.encode(DiscordPost(content, isPrivate: isPrivate)) else {
      throw .unusable("the message cannot be written")
    }
    // Without "wait" the response comes before the message is there, and says nothing of it.
    var request = OutgoingRequest(json: body, to: "\(base)/webhooks/\(application)/\(token)?wait=true")
    request.set([("user-agent", agent)])
    return request
  }

  /// True for what stands in a path as it is.
  private static func isPathPart(_ text: String) -> Bool {
    !text.isEmpty && text != "." && text != ".."
      && text.unicodeScalars.allSatisfy {
        $0.isASCII
          && ($0.properties.isAlphabetic || $0.properties.numericType != nil || "._-=".unicodeScalars.contains($0))
      }
  }
}
