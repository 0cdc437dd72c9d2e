import HTTPTypes
import Logging

/// Counts requests and logs what went wrong; hears route names and statuses, never paths, texts or addresses.
struct RequestObserver: Sendable {
  let metrics: DaemonMetrics
  let logger: Logger

  /// A request was answered.
  func answered(route: String, status: Int, took: Duration) {
    metrics.requests.increment([route, String(status)])
    metrics.requestSeconds.observe(took.seconds, [route])
    logger.debug("request", metadata: ["route": "\(route)", "status": "\(status)", "ms": "\(took.milliseconds)"])
  }

  /// A connection was ended because of a request that never became a call.
  func refused(_ fault: HTTPFault) {
    metrics.requests.increment(["none", String(fault.status.code)])
    logger.debug("request refused", metadata: ["status": "\(fault.status.code)", "code": "\(fault.code)"])
  }

  /// A handler threw what it should not: only the error's type is told, since its text may hold anything.
  func failed(route: String, _ error: any Error) {
    logger.error("request failed", metadata: ["route": "\(route)", "error": "\(type(of: error))"])
  }
}

extension Duration {
  /// Seconds with a fraction.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
  /// Whole milliseconds.
  var milliseconds: Int { Int((seconds * 1000).rounded()) }
}
