import Delivery
import Synchronization

/// Keeps what a worker tells, and lets a test wait for it.
final class EventLog: DeliveryObserver {
  private struct State {
    var events: [DeliveryEvent] = []
    var waiting:
      [(count: Int, isWanted: @Sendable (DeliveryEvent) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  var events: [DeliveryEvent] { state.withLock { $0.events } }

  func observe(_ event: DeliveryEvent) {
    let met = state.withLock { state in
      state.events.append(event)
      return Self.takeMet(&state)
    }
    for continuation in met { continuation.resume() }
  }

  /// Returns once there were `count` events of a kind.
  func saw(_ count: Int = 1, _ isWanted: @escaping @Sendable (DeliveryEvent) -> Bool) async {
    await withCheckedContinuation { continuation in
      let met = state.withLock { state in
        state.waiting.append((count, isWanted, continuation))
        return Self.takeMet(&state)
      }
      for continuation in met { continuation.resume() }
    }
  }

  private static func takeMet(_ state: inout State) -> [CheckedContinuation<Void, Never>] {
    let events = state.events
    let met = state.waiting.filter { waiting in events.count(where: waiting.isWanted) >= waiting.count }
    state.waiting.removeAll { waiting in events.count(where: waiting.isWanted) >= waiting.count }
    return met.map(\.continuation)
  }
}

extension DeliveryEvent {
  var isDelivered: Bool { if case .delivered = self { true } else { false } }
  var isRetry: Bool { if case .retryPlanned = self { true } else { false } }
  var isDeath: Bool { if case .died = self { true } else { false } }
}
