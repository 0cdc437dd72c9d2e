import Foundation
import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Holds each connection to the limits of a request: sizes and total times. What breaks one gets its status and is closed.
///
/// It stands between the HTTP decoder and the server, on the channel's loop.
final class RequestGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  /// A connection that was refused is closed after this time even where the other side does not take note.
  private static let linger = TimeAmount.milliseconds(500)

  private let limits: Settings.Limits
  private let sizes: BodySizes
  private let refused: @Sendable (HTTPFault) -> Void
  private var clock: RequestClock
  private var timer: Scheduled<Void>?
  private var timerAt = NIODeadline.distantFuture
  private var bodyBytes = 0
  /// The current request's target, and what its body may have as far as that was asked.
  private var target = ""
  private var bodyLimit: Int?
  private var hasPlace = false
  private var isRefused = false

  /// A guard of one connection; `refused` hears of every request that it ends.
  init(_ limits: Settings.Limits, sizes: BodySizes, refused: @escaping @Sendable (HTTPFault) -> Void) {
    self.limits = limits
    self.sizes = sizes
    self.refused = refused
    clock = RequestClock(
      RequestClock.Limits(
        head: .seconds(limits.headerSeconds), body: .seconds(limits.bodySeconds), idle: .seconds(limits.idleSeconds)),
      now: .now())
  }

  func handlerAdded(context: ChannelHandlerContext) {
    let watch = ByteWatch { [weak self] in self?.clock.bytesRead(now: .now()) }
    try? context.pipeline.syncOperations.addHandler(watch, position: .first)
    schedule(context)
  }

  func handlerRemoved(context: ChannelHandlerContext) {
    timer?.cancel()
    leavePlace()
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    leavePlace()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isRefused else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      clock.headRead(now: .now())
      (bodyBytes, bodyLimit, target) = (0, nil, head.path ?? "")
      if let fault = fault(in: head) { return refuse(fault, context) }
      if head.headerFields[.expect]?.lowercased() == "100-continue" { sayContinue(context) }
    case .body(let bytes):
      bodyBytes += bytes.readableBytes
      if let fault = fault(inBodyOf: bodyBytes) { return refuse(fault, context) }
    case .end:
      clock.endRead(now: .now())
    }
    context.fireChannelRead(data)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    schedule(context)
    context.fireChannelReadComplete()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    guard !isRefused else { return }
    switch error {
    case HTTPParserError.headerOverflow: refuse(.headersTooLarge, context)
    case is HTTPParserError: refuse(.bad("This is not a request that HTTP/1.1 allows."), context)
    case is ChannelError, is IOError: context.fireErrorCaught(error)
    default: refuse(.bad("This is not a request that HTTP/1.1 allows."), context)
    }
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard !isRefused else {
      promise?.fail(ChannelError.ioOnClosedChannel)
      return
    }
    switch unwrapOutboundIn(data) {
    case .head: clock.responseBegan()
    case .body: break
    case .end:
      clock.responseEnded(now: .now())
      leavePlace()
    }
    context.write(data, promise: promise)
    schedule(context)
  }

  private func fault(in head: HTTPRequest) -> HTTPFault? {
    let size = head.headerFields.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
    if size > limits.headerBytes { return .headersTooLarge }
    guard let declared = head.headerFields[.contentLength] else { return nil }
    guard let length = Int(declared), length >= 0 else { return .bad("The content length is not a number.") }
    return fault(inBodyOf: length)
  }

  /// What is wrong with a body of so many bytes, or that has so many by now.
  private func fault(inBodyOf length: Int) -> HTTPFault? {
    guard length > sizes.least else { return nil }
    let limit = bodyLimit ?? sizes.limit(of: target)
    bodyLimit = limit
    if length > limit { return .tooLarge(limit) }
    guard length > sizes.standard, !hasPlace else { return nil }
    hasPlace = sizes.large.take()
    return hasPlace ? nil : .busy
  }

  private func leavePlace() {
    if hasPlace { sizes.large.leave() }
    hasPlace = false
  }

  private func sayContinue(_ context: ChannelHandlerContext) {
    context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
  }

  /// Keeps one timer, at or before the deadline: most deadlines are over before they are due, so none is set for them.
  private func schedule(_ context: ChannelHandlerContext) {
    guard !isRefused, let deadline = clock.deadline, deadline < timerAt else { return }
    timer?.cancel()
    timerAt = deadline
    let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
    timer = context.eventLoop.scheduleTask(deadline: deadline) { bound.value.0.timePassed(bound.value.1) }
  }

  private func timePassed(_ context: ChannelHandlerContext) {
    timerAt = .distantFuture
    guard !isRefused, let deadline = clock.deadline else { return }
    guard deadline <= .now() else { return schedule(context) }
    if clock.phase == .idle { return context.close(promise: nil) }
    refuse(.tooSlow, context)
  }

  /// Answers with a fault where nothing was answered yet, then closes.
  private func refuse(_ fault: HTTPFault, _ context: ChannelHandlerContext) {
    refused(fault)
    let canAnswer = clock.phase == .body ? clock.open == 1 && !clock.hasResponse : clock.open == 0
    isRefused = true
    timer?.cancel()
    // Whoever reads the body must see it fail: without this it would look as if it ended here.
    context.fireErrorCaught(RequestRefused())
    guard canAnswer else { return context.close(promise: nil) }
    let reply = HTTPReply(fault)
    var fields = reply.headers
    fields[.connection] = "close"
    fields[.contentLength] = String(reply.body.count)
    context.write(wrapOutboundOut(.head(HTTPResponse(status: reply.status, headerFields: fields))), promise: nil)
    context.write(wrapOutboundOut(.body(ByteBuffer(bytes: reply.body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    context.close(mode: .output, promise: nil)
    let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
    context.eventLoop.scheduleTask(in: Self.linger) { bound.value.close(promise: nil) }
  }
}

extension TimeAmount {
  /// Seconds with a fraction.
  static func seconds(_ seconds: Double) -> TimeAmount { .nanoseconds(Int64(seconds * 1_000_000_000)) }
}
