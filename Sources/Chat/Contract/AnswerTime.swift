/// How an event gets its answer.
package enum AnswerTime: Sendable, Equatable {
  /// In the response to the request that brought it, as far as there is room in it.
  case synchronously
  /// By a request of our own, once the event is stored and acknowledged.
  case later
}
