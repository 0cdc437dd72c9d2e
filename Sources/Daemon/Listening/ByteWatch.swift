import NIOCore

/// Stands before the HTTP decoder and tells when bytes come in, since the decoder says nothing before a head is complete.
final class ByteWatch: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = ByteBuffer
  typealias InboundOut = ByteBuffer

  private let bytesRead: () -> Void

  /// A watch that calls `bytesRead` on the channel's loop.
  init(bytesRead: @escaping () -> Void) { self.bytesRead = bytesRead }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    bytesRead()
    context.fireChannelRead(data)
  }
}
