import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import NIOHTTP1

/// Turns the server's requests into calls of routes, and whatever happens there into a reply.
struct ListenerResponder: HTTPResponder {
  /// What it needs of the daemon.
  struct Parts: Sendable {
    let routes: RouteTable
    let limits: Settings.Limits
    let trusted: [AddressNetwork]
    let addressRate: RateLimiter
    let now: @Sendable () -> Date
    let observer: RequestObserver
  }

  private let parts: Parts

  init(_ parts: Parts) { self.parts = parts }

  func respond(to request: Request, context: ListenerContext) async throws -> Response {
    let began = ContinuousClock.now
    var route: Route?
    let reply: HTTPReply
    do {
      guard let target = Target(request.head.path ?? "") else { throw HTTPFault.bad("The address cannot be read.") }
      route = parts.routes.route(for: target.path)
      let limit = route?.largestBody ?? parts.limits.bodyBytes
      reply = try await answer(call(request, for: target, upTo: limit, peer: context.peer), route)
    } catch let fault as HTTPFault {
      reply = HTTPReply(fault)
    } catch let error as HTTPParserError {
      throw error
    } catch is RequestRefused {
      // Answered and counted already; what is written now goes nowhere.
      return Response(status: .badRequest)
    } catch {
      parts.observer.failed(route: route?.name ?? "none", error)
      reply = HTTPReply(.internalFault)
    }
    parts.observer.answered(route: route?.name ?? "none", status: reply.status.code, took: began.duration(to: .now))
    return response(reply, isHead: request.method == .head)
  }

  private func call(_ request: Request, for target: Target, upTo limit: Int, peer: String) async throws -> HTTPCall {
    let body = try await request.body.collect(upTo: limit + 1)
    guard body.readableBytes <= limit else { throw HTTPFault.tooLarge(limit) }
    return HTTPCall(
      method: request.method, authority: request.head.authority, path: target.path, rawQuery: target.rawQuery,
      query: target.query, headers: request.headers,
      body: Data(body.readableBytesView),
      client: ClientAddress.resolve(peer: peer, headers: request.headers, trusted: parts.trusted),
      receivedAt: parts.now())
  }

  private func answer(_ call: HTTPCall, _ route: Route?) async throws -> HTTPReply {
    if route?.isRated != false, let wait = parts.addressRate.take(call.client.group, at: call.receivedAt) {
      throw HTTPFault.tooOften(wait)
    }
    guard let route else { throw HTTPFault.notFound }
    guard let handler = route.handler(call.method) else { throw HTTPFault.method(route.allowed) }
    return try await handler(call)
  }

  private func response(_ reply: HTTPReply, isHead: Bool) -> Response {
    var headers = reply.headers
    if !headers.contains(.cacheControl) { headers[.cacheControl] = "no-store" }
    if !headers.contains(.contentSecurityPolicy) { headers[.contentSecurityPolicy] = "default-src 'none'" }
    headers[.xContentTypeOptions] = "nosniff"
    headers[.referrerPolicy] = "no-referrer"
    if reply.status.code != 204, reply.status.code != 304 { headers[.contentLength] = String(reply.body.count) }
    let body = isHead || reply.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
    return Response(status: reply.status, headers: headers, body: body)
  }
}
