/// Whose signature makes a server's certificate good.
package enum CertificateTrust: Hashable, Sendable {
  /// The authorities that the system trusts.
  case system
  /// The authorities in a PEM file and no others: a self-hosted server with its own authority.
  case authorities(file: String)
}
