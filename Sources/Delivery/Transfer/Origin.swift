/// What one server's transfers have in common.
package struct Origin: Hashable, Sendable {
  /// https rather than http.
  package let isSecure: Bool
  /// In lower case; IPv4 addresses in their four-part form, IPv6 addresses in brackets.
  package let host: String
  /// The number in the URL, or the scheme's own.
  package let port: Int

  /// An origin from its parts.
  package init(isSecure: Bool, host: String, port: Int) {
    self.isSecure = isSecure
    self.host = host
    self.port = port
  }
}
