import Hummingbird
import HummingbirdCore
import NIOCore

/// What the server tells of a request besides the request: the connection's other end.
struct ListenerContext: InitializableFromSource {
  /// Address of the connection's other end; empty where it has none.
  let peer: String

  init(source: ApplicationRequestContextSource) { peer = source.channel.remoteAddress?.ipAddress ?? "" }
}
