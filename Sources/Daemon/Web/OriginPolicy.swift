import HTTPTypes

/// Whose pages may ask: the daemon's own, and those of the origins that the configuration names.
///
/// Without it a page that somebody visits could ask in that person's name, from inside their network.
struct OriginPolicy: Sendable {
  /// Where a request comes from.
  enum Source: Equatable {
    /// No page: a program.
    case program
    /// A page of the daemon itself.
    case own
    /// A page of an origin that is allowed.
    case allowed(String)
    /// A page of any other origin.
    case foreign
  }

  /// Origins that are allowed, as browsers write them: in lower case, without a path.
  let origins: [String]
  private let publicOrigin: String

  init(_ settings: Settings) {
    origins = settings.web.origins.map { $0.lowercased() }
    let url = settings.listen.publicURL.lowercased()
    publicOrigin = url.hasSuffix("/") ? String(url.dropLast()) : url
  }

  /// Where a request comes from. `Origin` and `Sec-Fetch-Site` are set by the browser; no page can set them.
  func source(of call: HTTPCall) -> Source {
    guard let origin = call.headers[.origin]?.lowercased() else { return .program }
    if call.headers[.fetchSite] == "same-origin" || isOwn(origin, call) { return .own }
    return origins.contains(origin) ? .allowed(origin) : .foreign
  }

  /// The origin's host and port are those that the request was sent to. The scheme is not compared: a proxy may have ended TLS.
  private func isOwn(_ origin: String, _ call: HTTPCall) -> Bool {
    if !publicOrigin.isEmpty, origin == publicOrigin { return true }
    guard let authority = call.authority?.lowercased() else { return false }
    return origin == "http://" + authority || origin == "https://" + authority
  }

  /// The fields that let a page of an allowed origin read the reply.
  func fields(for source: Source) -> HTTPFields {
    var fields = HTTPFields()
    fields[.vary] = "Origin"
    if case .allowed(let origin) = source { fields[.accessControlAllowOrigin] = origin }
    return fields
  }

  /// The answer to a browser that asks before it sends a question from another origin.
  /// - Throws: 403 where the origin is not allowed.
  func preflight(_ call: HTTPCall) throws(HTTPFault) -> HTTPReply {
    let source = source(of: call)
    guard source != .foreign else { throw .origin }
    var fields = fields(for: source)
    fields[.accessControlAllowMethods] = "POST"
    fields[.accessControlAllowHeaders] = "content-type"
    fields[.accessControlMaxAge] = "600"
    return HTTPReply(status: .noContent, headers: fields)
  }
}

extension HTTPFault {
  /// 403 for a page of an origin that the configuration does not name.
  static let origin = HTTPFault(
    .forbidden, "origin_refused",
    "Pages of this origin may not ask; web.origins in the configuration names those that may.")
}
