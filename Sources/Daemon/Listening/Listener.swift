import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle

/// Listens for HTTP requests and has routes answer them.
struct Listener: Service {
  /// Where to listen.
  enum Place {
    /// The address and port of the settings.
    case network
    /// A socket in the file system, for whoever may open it.
    case socket(URL)
  }

  private let settings: Settings
  private let place: Place
  private let routes: RouteTable
  private let observer: RequestObserver
  private let now: @Sendable () -> Date
  private let bound: @Sendable (ListenAddress) async -> Void

  /// A listener; `bound` hears the address as soon as it listens.
  init(
    _ settings: Settings, at place: Place = .network, routes: RouteTable, observer: RequestObserver,
    now: @escaping @Sendable () -> Date,
    bound: @escaping @Sendable (ListenAddress) async -> Void
  ) {
    self.settings = settings
    self.place = place
    self.routes = routes
    self.observer = observer
    self.now = now
    self.bound = bound
  }

  /// What requests in progress get when the listener's task is cancelled.
  private static let cancelGrace = Duration.seconds(1)

  /// Listens until the daemon is told to stop or the task is cancelled, then answers what is in progress.
  /// - Throws: ``ListenFailure`` where the address cannot be bound.
  func run() async throws {
    do {
      try await serve()
    } catch let error as IOError {
      throw ListenFailure(address: settings.listen.address, port: settings.listen.port, number: error.errnoCode)
    }
  }

  /// Runs the server. It never hears of a cancellation before it has closed its socket: cancelled while it accepts, it would drop
  /// a new connection unused, which NIO takes for a fault of the program and ends the process.
  private func serve() async throws {
    let group = ServiceGroup(services: [application], logger: Self.quietLogger)
    let serving = Task { try await group.run() }
    let stop: @Sendable () -> Void = { Task { await group.triggerGracefulShutdown() } }
    try await withGracefulShutdownHandler {
      try await withTaskCancellationHandler {
        try await serving.value
      } onCancel: {
        stop()
        Task {
          try? await Task.sleep(for: Self.cancelGrace)
          serving.cancel()
        }
      }
    } onGracefulShutdown: {
      stop()
    }
  }

  private var application: Application<ListenerResponder> {
    let (listen, configuration) = (settings.listen, channelConfiguration)
    return Application(
      responder: ListenerResponder(
        ListenerResponder.Parts(
          routes: routes, limits: settings.limits, trusted: listen.trustedProxies.compactMap(AddressNetwork.init),
          addressRate: RateLimiter(perMinute: rate), now: now, observer: observer)),
      server: HTTPServerBuilder { LoopConnection(responder: $0, configuration: configuration) },
      configuration: ApplicationConfiguration(
        address: address,
        availableConnectionsDelegate: MaximumAvailableConnections(listen.connections)),
      onServerRunning: { [bound] channel in
        await bound(ListenAddress(host: channel.localAddress?.ipAddress ?? "", port: channel.localAddress?.port ?? 0))
      },
      logger: Self.quietLogger)
  }

  private var address: BindAddress {
    switch place {
    case .network: .hostname(settings.listen.address, port: settings.listen.port)
    case .socket(let file): .unixDomainSocket(path: file.path)
    }
  }

  /// Whoever may open the socket is not limited.
  private var rate: Int {
    switch place {
    case .network: settings.rates.addressPerMinute
    case .socket: 0
    }
  }

  private var channelConfiguration: HTTP1Channel.Configuration {
    let (limits, observer) = (settings.limits, observer)
    let sizes = BodySizes(limits.bodyBytes, routes: routes)
    return HTTP1Channel.Configuration(
      additionalChannelHandlers: [RequestGuard(limits, sizes: sizes, refused: { observer.refused($0) })],
      httpDecoderConfiguration: .init(
        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes, maxHeaderFieldCount: 100))
  }

  /// The server's own log lines may hold anything of a request; the daemon logs every event itself.
  private static var quietLogger: Logger { Logger(label: "http", factory: { _ in SwiftLogNoOpLogHandler() }) }
}
