/// What one server's transfers have in common.
struct Origin: Hashable, Sendable {
  /// https rather than http.
  let isSecure: Bool
  /// In lower case; IPv4 addresses in their four-part form, IPv6 addresses in brackets.
  let host: String
  let port: Int
}
