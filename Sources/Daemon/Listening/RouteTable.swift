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
}
