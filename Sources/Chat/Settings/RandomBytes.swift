/// A source of random bytes, injected so that tests can repeat themselves.
package struct RandomBytes: Sendable {
  private let make: @Sendable (Int) -> [UInt8]

  /// A source that calls `make` with the number of bytes wanted.
  package init(_ make: @escaping @Sendable (Int) -> [UInt8]) { self.make = make }

  /// The system's generator, fit for keys.
  package static let system = RandomBytes { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// This many random bytes.
  package func callAsFunction(_ count: Int) -> [UInt8] { make(count) }
}
