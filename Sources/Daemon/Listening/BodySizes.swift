/// How large a request's body may be: a limit for all routes, other limits for some, and few bodies at once that are larger
/// than the limit for all, so that those cannot fill the memory.
final class BodySizes: Sendable {
  /// Bodies at once that are larger than the limit for all. A homeserver sends one at a time.
  static let largePlaces = 4

  /// The limit for all, in bytes.
  let standard: Int
  /// The smallest limit of all, in bytes: what is within it needs no look at the target.
  let least: Int
  /// The places of bodies that are larger than the limit for all.
  let large = Places(largePlaces)
  private let routes: RouteTable

  /// The sizes that the routes take; `standard` where they name none.
  init(_ standard: Int, routes: RouteTable) {
    self.standard = standard
    self.routes = routes
    least = routes.bodyLimits.min().map { min($0, standard) } ?? standard
  }

  /// The limit of a request by its target, in bytes.
  func limit(of target: String) -> Int { routes.largestBody(for: target) ?? standard }
}
