import HummingbirdCore
import Logging
import NIOCore

/// A connection whose requests are handled on its own event loop.
///
/// Otherwise each request would go from the loop to Swift's threads and back, several times: that costs more than reading it.
/// Handlers must not block, here as there; whatever takes long has threads of its own.
struct LoopConnection: ServerChildChannel {
  typealias Value = HTTP1Channel.Value

  private let connection: HTTP1Channel

  /// A connection with this responder and configuration.
  init(responder: @escaping HTTPChannelHandler.Responder, configuration: HTTP1Channel.Configuration) {
    connection = HTTP1Channel(responder: responder, configuration: configuration)
  }

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
    connection.setup(channel: channel, logger: logger)
  }

  func handle(value: Value, logger: Logger) async {
    await withTaskExecutorPreference(LoopExecutor(value.channel.eventLoop)) {
      await connection.handle(value: value, logger: logger)
    }
  }
}
