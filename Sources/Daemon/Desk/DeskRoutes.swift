import Chat
import Delivery
import Foundation
import HTTPTypes
import Knowledge

/// The editor's desk at `/desk`, for whoever has the token. Without a token there is no desk.
struct DeskRoutes: Sendable {
  /// What the desk looks at.
  struct Parts: Sendable {
    let desk: KnowledgeDesk
    let settings: Settings
    let metrics: DaemonMetrics
    /// Nil where no platform is configured.
    let outbox: OutboxDesk?
    /// The last report of the canned questions.
    let report: CheckReportFile
    let now: @Sendable () -> Date
  }

  /// What a wrong token costs.
  static let delay = Duration.seconds(1)
  private static let cookie = "marrow-desk"
  private static let htmlType = "text/html; charset=utf-8"
  private static let letterLimit = 100

  private let token: Secret
  private let parts: Parts
  private let origins: OriginPolicy
  private let sessions = DeskSessions()
  /// Wrong tokens wait one after another, so that guessing many at once gains nothing.
  private let turnstile = Turnstile<Bool>(places: 8)

  init(_ token: Secret, _ parts: Parts) {
    self.token = token
    self.parts = parts
    origins = OriginPolicy(parts.settings)
  }

  /// The routes.
  var routes: [Route] {
    [
      Route(.get, .exactly("/desk"), name: "desk") { try await show($0) },
      Route(.post, .exactly("/desk/session"), name: "desk") { try await signIn($0) },
      Route(.post, .exactly("/desk/leave"), name: "desk") { try leave($0) },
      Route(.post, .exactly("/desk/reload"), name: "desk") { try await reload($0) },
      Route(.post, .exactly("/desk/replay"), name: "desk") { try await replay($0) },
    ]
  }

  private var content: PageContent { PageContent(parts.desk.responder, region: parts.settings.answering.region) }

  // MARK: Signing in

  private func session(of call: HTTPCall) -> ConversationID? {
    let pairs = (call.headers[.cookie] ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
    let values = pairs.filter { $0.hasPrefix(Self.cookie + "=") }.map { $0.dropFirst(Self.cookie.count + 1) }
    guard values.count == 1, let id = ConversationID(String(values[0])) else { return nil }
    return sessions.isOpen(id, at: call.receivedAt) ? id : nil
  }

  private func signIn(_ call: HTTPCall) async throws -> HTTPReply {
    let fields = try form(call)
    guard let given = fields["token"], Secret(given) == token else { return try await refused() }
    return answered(cookie: sessions.begin(at: call.receivedAt).text, seconds: Int(DeskSessions.life))
  }

  private func refused() async throws -> HTTPReply {
    do {
      try await turnstile.pass(true) { try await Task.sleep(for: Self.delay) }
    } catch is Turnstile<Bool>.Full {
      throw HTTPFault.tooOften(Double(Self.delay.components.seconds))
    }
    return page(DeskPage.signIn(content, isWrong: true), status: .unauthorized)
  }

  private func leave(_ call: HTTPCall) throws -> HTTPReply {
    try signedIn(call)
    if let id = session(of: call) { sessions.end(id) }
    return answered(cookie: "", seconds: 0)
  }

  /// Back to the desk with a cookie that no script reads and no other site sends.
  private func answered(cookie value: String, seconds: Int) -> HTTPReply {
    let isSecure = parts.settings.listen.publicURL.hasPrefix("https:")
    var reply = HTTPReply(status: .seeOther)
    reply.headers[.location] = "/desk"
    reply.headers[.setCookie] =
      "\(Self.cookie)=\(value); Path=/desk; Max-Age=\(seconds); HttpOnly; SameSite=Strict"
      + (isSecure ? "; Secure" : "")
    return reply
  }

  /// - Throws: 403 where a page of another origin sends the form, 401 without a session.
  private func signedIn(_ call: HTTPCall) throws(HTTPFault) {
    guard isOwn(call) else { throw .origin }
    guard session(of: call) != nil else { throw HTTPFault(.unauthorized, "sign_in", "Sign in at /desk first.") }
  }

  /// Forms of pages without a referrer carry `null` as their origin. Browsers that do not say where a request comes from are held
  /// off by the cookie alone, which they send to no other site's form.
  private func isOwn(_ call: HTTPCall) -> Bool {
    if let site = call.headers[.fetchSite] { return site == "same-origin" || site == "none" }
    return [.own, .program].contains(origins.source(of: call)) || call.headers[.origin] == "null"
  }

  private func form(_ call: HTTPCall) throws(HTTPFault) -> FormBody {
    guard call.isOf(type: "application/x-www-form-urlencoded") else { throw .type("application/x-www-form-urlencoded") }
    guard isOwn(call) else { throw .origin }
    return FormBody(call.body)
  }

  // MARK: The desk

  private func show(_ call: HTTPCall) async throws -> HTTPReply {
    guard session(of: call) != nil else { return page(DeskPage.signIn(content, isWrong: false)) }
    return try await desk(saying: nil)
  }

  private func desk(saying message: String?) async throws -> HTTPReply {
    let refusal = parts.desk.refusal.map { ["The last reload was refused: \($0)"] } ?? []
    return page(
      DeskPage(
        content: content, asked: parts.metrics.asked.snapshot(at: parts.now()),
        isCollecting: parts.settings.web.collectQuestions,
        check: (try await parts.report.content(), parts.report.url.path),
        times: (parts.metrics.answerSeconds, parts.metrics.deliverySeconds), ended: parts.metrics.ended,
        census: try await parts.outbox?.census(), letters: try await parts.outbox?.letters(limit: Self.letterLimit),
        warnings: refusal + parts.desk.warnings, message: message, now: parts.now()
      ).html)
  }

  private func reload(_ call: HTTPCall) async throws -> HTTPReply {
    try signedIn(call)
    do {
      try await parts.desk.reload()
      return try await desk(saying: "The knowledge was loaded anew.")
    } catch is KnowledgeRefused {
      return try await desk(saying: "The knowledge was refused; the old one keeps serving.")
    }
  }

  private func replay(_ call: HTTPCall) async throws -> HTTPReply {
    try signedIn(call)
    guard let outbox = parts.outbox, let id = try form(call)["id"].flatMap({ Int64($0) }) else {
      throw HTTPFault.noLetter
    }
    _ = try await outbox.replay(id)
    return try await desk(saying: "Reply \(id) is being sent again.")
  }

  private func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> HTTPReply {
    var reply = HTTPReply.text(html.text, type: Self.htmlType, status: status)
    reply.headers[.contentSecurityPolicy] = ContentPolicy.desk
    return reply
  }
}
