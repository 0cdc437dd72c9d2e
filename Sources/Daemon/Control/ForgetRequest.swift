/// Who is to be forgotten.
package struct ForgetRequest: Codable, Sendable {
  /// The user's id on the platform.
  package let user: String
  /// The platform's configured name; nil for all that are configured.
  package let platform: String?

  /// A request.
  package init(user: String, platform: String?) {
    self.user = user
    self.platform = platform
  }
}
