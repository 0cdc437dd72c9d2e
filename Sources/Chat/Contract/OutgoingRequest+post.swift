internal import Foundation

extension OutgoingRequest {
  /// A post of `body` as JSON, with a bearer token where one is given.
  ///
  /// - Throws: ``OutgoingFailure/unusable(_:)`` where JSON has no form for it.
  package static func post(
    _ body: some Encodable, to url: String, bearer: Secret? = nil
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let json = try? JSONBody.encode(body) else { throw .unusable("the message cannot be written") }
    return OutgoingRequest(json: json, to: url, bearer: bearer)
  }
}

extension OutgoingFailure {
  /// That of a destination without an address.
  package static let nowhere = OutgoingFailure.unusable("the destination has no address")
}
