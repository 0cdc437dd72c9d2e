import Answering
import Foundation
import HTTPTypes
import Knowledge

/// The chat at `/`, the topics, what both load, and the script and page for other origins that the configuration allows.
struct WebRoutes: Sendable {
  private let desk: KnowledgeDesk
  private let settings: Settings

  /// Routes over a desk.
  init(_ desk: KnowledgeDesk, settings: Settings) {
    self.desk = desk
    self.settings = settings
  }

  /// The routes; none where the configuration switches the chat off.
  var routes: [Route] {
    guard settings.web.chat else { return [] }
    return [
      Route(.get, .exactly("/"), name: "chat") { chat($0) },
      Route(.get, .exactly("/topics"), name: "topics") { try topics($0) },
      Route(.get, .below("/topics/"), name: "topic") { try topic($0) },
      // Not counted: a page whose style or script is refused is worse than one that says it is busy.
      Route(.get, .below("/assets/"), name: "asset", isRated: false) { try asset($0) },
    ] + embedding
  }

  private var embedding: [Route] {
    guard !settings.web.origins.isEmpty else { return [] }
    return [
      Route(.get, .exactly("/embed"), name: "embed") { embedded($0) },
      Route(.get, .exactly("/embed.js"), name: "embed") { script($0) },
    ]
  }

  private var content: PageContent { PageContent(desk.responder, region: settings.answering.region) }

  // MARK: Pages

  private func chat(_ call: HTTPCall) -> HTTPReply {
    page(chatPage(isEmbedded: false).html, policy: ContentPolicy.chat(), to: call)
  }

  private func chatPage(isEmbedded: Bool) -> ChatPage {
    ChatPage(content: content, isEmbedded: isEmbedded, isCollecting: settings.web.collectQuestions)
  }

  private func embedded(_ call: HTTPCall) -> HTTPReply {
    var reply = page(
      chatPage(isEmbedded: true).html, policy: ContentPolicy.chat(framedBy: settings.web.origins),
      to: call)
    reply.headers[.openerPolicy] = nil
    return reply
  }

  private func topics(_ call: HTTPCall) throws(HTTPFault) -> HTTPReply {
    page(try topicPages().list, policy: ContentPolicy.reading, to: call)
  }

  private func topic(_ call: HTTPCall) throws(HTTPFault) -> HTTPReply {
    let pages = try topicPages()
    let id = String(call.path.dropFirst("/topics/".count))
    guard let section = pages.knowledge.section(id) else {
      var reply = HTTPReply.text(pages.missing.text, type: Self.htmlType, status: .notFound)
      reply.headers[.contentSecurityPolicy] = ContentPolicy.reading
      return reply
    }
    return page(pages.page(section), policy: ContentPolicy.reading, to: call)
  }

  private func topicPages() throws(HTTPFault) -> TopicPages {
    let content = content
    guard let knowledge = content.knowledge else { throw .loading }
    return TopicPages(content: content, knowledge: knowledge)
  }

  private static let htmlType = "text/html; charset=utf-8"

  /// A page that a browser may keep but must ask about each time.
  private func page(_ html: HTML, policy: String, to call: HTTPCall) -> HTTPReply {
    var reply = HTTPReply.text(html.text, type: Self.htmlType)
    reply.headers[.contentSecurityPolicy] = policy
    reply.headers[.openerPolicy] = "same-origin"
    return reply.kept("no-cache", for: call)
  }

  // MARK: What pages load

  private func asset(_ call: HTTPCall) throws(HTTPFault) -> HTTPReply {
    let parts = call.path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 4, let asset = WebAsset.all.first(where: { $0.name == parts[3] }) else { throw .notFound }
    var reply = HTTPReply.text("", type: asset.type)
    reply.body = asset.body
    reply.headers[.resourcePolicy] = "same-origin"
    // A page of the program before this one may still ask by the old name; it gets what there is, and must not keep it.
    let isCurrent = parts[2] == WebAsset.version
    return reply.kept(isCurrent ? "public, max-age=31536000, immutable" : "no-cache", for: call)
  }

  private func script(_ call: HTTPCall) -> HTTPReply {
    var reply = HTTPReply.text("", type: WebAsset.embedding.type)
    reply.body = WebAsset.embedding.body
    reply.headers[.resourcePolicy] = "cross-origin"
    return reply.kept("public, max-age=300", for: call)
  }
}

extension HTTPReply {
  /// The same reply with how long it may be kept; 304 without a body where the asker has this version already.
  func kept(_ control: String, for call: HTTPCall) -> HTTPReply {
    var reply = self
    let tag = EntityTag(of: body)
    reply.headers[.cacheControl] = control
    reply.headers[.eTag] = tag.value
    guard status == .ok, tag.matches(call.headers[.ifNoneMatch]) else { return reply }
    reply.status = .notModified
    reply.body = Data()
    return reply
  }
}
