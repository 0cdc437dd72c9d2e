import Chat

/// What became of a platform's event.
enum TakenEvent {
  /// Its replies are on disk.
  case stored
  /// It is answered in the response.
  case answered(WebhookResponse)
  /// A copy of one that was taken before.
  case duplicate
  /// Its sender asks too often; seconds until he may again.
  case limited(Double)

  /// For metrics.
  var label: String {
    switch self {
    case .stored: "stored"
    case .answered: "answered"
    case .duplicate: "duplicate"
    case .limited: "limited"
    }
  }
}
