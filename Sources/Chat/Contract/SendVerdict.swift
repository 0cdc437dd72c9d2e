/// What a platform's response means for the message that was sent. The texts are the platform's error codes or our own
/// words, never a word of the message.
package enum SendVerdict: Sendable, Equatable {
  /// It is there; `receipt` is the platform's id of it, where it gives one.
  case delivered(receipt: String?)
  /// Not now. Never before `after` has passed, where the platform says how long.
  case retry(after: Duration?, reason: String)
  /// The destination is no more: nothing will ever arrive there.
  case gone(String)
  /// It will never be taken.
  case refused(String)
  /// Its mark-up was not understood: send what ``ChatPlatform/plain(_:)`` gives, once and at once.
  case tryPlain(String)
}
