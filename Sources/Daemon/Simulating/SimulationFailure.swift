/// Why a simulation came to nothing.
package enum SimulationFailure: Error, CustomStringConvertible {
  /// The platform signs with a key that only it has.
  case cannotSign(String)
  /// A reply was stored but did not leave in time.
  case nothingSent
  /// The daemon ended by itself.
  case daemonEnded

  /// What happened.
  package var description: String {
    switch self {
    case .cannotSign(let kind): "\(kind) signs with a key that only it has, so no event of its can be made up here"
    case .nothingSent: "the reply was stored but did not leave in time"
    case .daemonEnded: "the daemon ended before the question was answered"
    }
  }
}
