import HTTPTypes

extension HTTPField.Name {
  /// `X-Forwarded-For`, which every reverse proxy can set.
  static var forwardedFor: HTTPField.Name { named("X-Forwarded-For") }
  /// `Referrer-Policy`.
  static var referrerPolicy: HTTPField.Name { named("Referrer-Policy") }

  /// `Sec-Fetch-Site`, by which a browser says whether a page asks its own origin.
  static var fetchSite: HTTPField.Name { named("Sec-Fetch-Site") }
  /// `Cross-Origin-Opener-Policy`.
  static var openerPolicy: HTTPField.Name { named("Cross-Origin-Opener-Policy") }
  /// `Cross-Origin-Resource-Policy`.
  static var resourcePolicy: HTTPField.Name { named("Cross-Origin-Resource-Policy") }

  /// A name that is known to be one; the initializer says nil only for marks that a name cannot hold.
  private static func named(_ name: StaticString) -> HTTPField.Name { HTTPField.Name("\(name)") ?? .from }
}
