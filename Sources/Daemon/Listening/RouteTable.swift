/// Finds the route of a path: exact paths first, then the longest beginning.
package struct RouteTable: Sendable {
  private let exact: [String: Route]
  private let prefixes: [(prefix: String, route: Route)]

  /// A table of routes; of two for one path the first counts.
  package init(_ routes: [Route]) {
    var exact: [String: Route] = [:]
    var prefixes: [(prefix: String, route: Route)] = []
    for route in routes {
      switch route.path {
      case .exactly(let path): if exact[path] == nil { exact[path] = route }
      case .below(let prefix): prefixes.append((prefix, route))
      }
    }
    self.exact = exact
    self.prefixes = prefixes.sorted { $0.prefix.utf8.count > $1.prefix.utf8.count }
  }

  /// The route of a path; nil where there is none. O(prefixes).
  package func route(for path: String) -> Route? {
    exact[path] ?? prefixes.first { path.hasPrefix($0.prefix) }?.route
  }

  /// The limits of bodies that routes name, in bytes.
  var bodyLimits: [Int] { (Array(exact.values) + prefixes.map(\.route)).compactMap(\.largestBody) }

  /// The largest body that a request may have, by its target as it stands in the request line; nil for the limit of the
  /// settings. O(prefixes).
  func largestBody(for target: String) -> Int? {
    Target(target).flatMap { route(for: $0.path)?.largestBody }
  }
}
