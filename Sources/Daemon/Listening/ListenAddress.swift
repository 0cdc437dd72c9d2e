/// Where the daemon listens.
package struct ListenAddress: Sendable, Equatable {
  /// The IP address.
  package let host: String
  /// The port.
  package let port: Int

  /// `http://127.0.0.1:8080`, without a path.
  package var url: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }
}
