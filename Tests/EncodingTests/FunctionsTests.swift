import Encoding
import Foundation
import Testing

/// The fast functions against the C library's in double precision.
struct FunctionsTests {
  private static let arguments = stride(from: -12.0, through: 12, by: 1.0 / 256).map(Float.init)

  @Test func erfIsExactToSixDigits() {
    for x in Self.arguments { #expect(abs(Double(Functions.erf(Lanes(repeating: x))[0]) - erf(Double(x))) < 5e-7) }
  }

  @Test func geluIsExactToSixDigits() {
    for x in Self.arguments {
      let exact = Double(x) / 2 * (1 + erf(Double(x) / 2.0.squareRoot()))
      #expect(abs(Double(Functions.gelu(Lanes(repeating: x))[0]) - exact) < 1e-6 * max(1, abs(exact)))
    }
  }

  @Test func exponentialIsExactToSixDigits() {
    for x in stride(from: Float(-86), through: 80, by: 1.0 / 64) {
      let exact = exp(Double(x))
      #expect(abs(Double(Functions.exponential(Lanes(repeating: x))[0]) - exact) < 5e-7 * exact)
    }
  }

  @Test func extremesStayFinite() {
    let extremes = Lanes(-1e30, 1e30, -100, 100, 0, -0.0, 1e-30, -1e-30)
    for lane in extremes.indices {
      #expect(Functions.erf(extremes)[lane].isFinite)
      #expect(Functions.exponential(extremes)[lane].isFinite)
    }
    #expect(Functions.exponential(.zero) == Lanes(repeating: 1))
  }
}
