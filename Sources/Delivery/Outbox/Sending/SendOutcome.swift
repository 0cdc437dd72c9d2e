/// How one attempt to send a reply ended.
package enum SendOutcome: Equatable, Sendable {
  /// The platform took it; the receipt is its own number for the message, if it gave one.
  case delivered(receipt: String?)
  /// It may work later; `after` is how long the platform asked to wait. The reason must hold no text of the reply.
  case retry(after: Duration?, reason: String)
  /// The destination does not exist any more.
  case gone(String)
  /// The platform will never take this reply.
  case refused(String)
}
