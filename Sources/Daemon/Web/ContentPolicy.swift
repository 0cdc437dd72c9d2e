/// What a page may load and who may frame it, as its `Content-Security-Policy`.
enum ContentPolicy {
  /// A page without scripts.
  static let reading =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

  /// The desk: forms to itself, no scripts.
  static let desk =
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

  /// The chat. Trusted types make the browser itself refuse to read text as mark-up.
  static func chat(framedBy origins: [String] = []) -> String {
    let ancestors = origins.isEmpty ? "'none'" : origins.joined(separator: " ")
    return
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; "
      + "form-action 'none'; frame-ancestors \(ancestors); require-trusted-types-for 'script'; trusted-types 'none'"
  }
}
