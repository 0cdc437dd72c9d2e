import NIOConcurrencyHelpers

/// How large a request's body may be: a limit for all routes, other limits for some, and few bodies at once that are larger
/// than the limit for all, so that those cannot fill the memory.
final class BodySizes: Sendable {
  /// Bodies at once that are larger than the limit for all. A homeserver sends one at a time.
  static let largePlaces = 4

  /// The limit for all, in bytes.
  let standard: Int
  /// The smallest limit of all, in bytes: what is within it needs no look at the target.
  let least: Int
  private let routes: RouteTable
  private let free = NIOLockedValueBox(largePlaces)

  /// The sizes that the routes take; `standard` where they name none.
  init(_ standard: Int, routes: RouteTable) {
    self.standard = standard
    self.routes = routes
    least = routes.bodyLimits.min().map { min($0, standard) } ?? standard
  }

  /// The limit of a request by its target, in bytes.
  func limit(of target: String) -> Int { routes.largestBody(for: target) ?? standard }

  /// Takes one of the places for large bodies; false where none is free.
  func takePlace() -> Bool {
    free.withLockedValue { free in
      guard free > 0 else { return false }
      free -= 1
      return true
    }
  }

  /// Gives a place back.
  func leavePlace() { free.withLockedValue { $0 += 1 } }
}
