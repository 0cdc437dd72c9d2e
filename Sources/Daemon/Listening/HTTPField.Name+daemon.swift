import HTTPTypes

extension HTTPField.Name {
  /// `X-Forwarded-For`, which every reverse proxy can set.
  static var forwardedFor: HTTPField.Name { named("X-Forwarded-For") }
  /// `Referrer-Policy`.
  static var referrerPolicy: HTTPField.Name { named("Referrer-Policy") }

  /// A name that is known to be one; the initializer says nil only for marks that a name cannot hold.
  private static func named(_ name: StaticString) -> HTTPField.Name { HTTPField.Name("\(name)") ?? .from }
}
