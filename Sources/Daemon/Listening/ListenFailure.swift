import Foundation

/// The configured address cannot be listened on.
package struct ListenFailure: Error, CustomStringConvertible {
  /// The address.
  let address: String
  /// The port.
  let port: Int
  /// The system's error number.
  let number: Int32

  /// What failed, why, and what to change.
  package var description: String {
    "listen: \(address):\(port) cannot be bound: \(String(cString: strerror(number))); set listen.address and listen.port"
  }
}
