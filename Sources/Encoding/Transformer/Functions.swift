/// The two functions that a pass computes hundreds of thousands of times, eight arguments at once.
///
/// Both are exact to six digits (the tests measure it); the C library has them for one argument at a time only.
package enum Functions {
  /// `x / 2 (1 + erf(x / √2))`, the exact GELU.
  package static func gelu(_ x: Lanes) -> Lanes { 0.5 * x * (1 + erf(x * 0.707_106_781_186_547_5)) }

  /// The error function as a quotient of polynomials (the one in the Eigen library); beyond ±4 it is ±1 in 32 bits.
  package static func erf(_ argument: Lanes) -> Lanes {
    let x = argument.clamped(lowerBound: Lanes(repeating: -4), upperBound: Lanes(repeating: 4))
    let square = x * x
    let above = polynomial(
      square, -2.72614225801306e-10, 2.77068142495902e-08, -2.10102402082508e-06, -5.69250639462346e-05,
      -7.34990630326855e-04, -2.95459980854025e-03, -1.60960333262415e-02)
    let below = polynomial(
      square, -1.45660718464996e-05, -2.13374055278905e-04, -1.68282697438203e-03, -7.37332916720468e-03,
      -1.42647390514189e-02)
    return x * above / below
  }

  /// `e^x`, at -87 and below `e^-87`; meant for arguments up to 88.
  ///
  /// `x` is a multiple of ln 2 and a rest: the multiple becomes the exponent's bits, the rest a polynomial (Cephes).
  package static func exponential(_ argument: Lanes) -> Lanes {
    let x = argument.clamped(lowerBound: Lanes(repeating: -87), upperBound: Lanes(repeating: 88))
    // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the lowest bits.
    let rounder = Lanes(repeating: 12_582_912)
    let shifted = x * 1.442_695_04 + rounder
    let multiple = shifted - rounder
    let rest = x - multiple * 0.693_359_375 + multiple * 2.121_944_4e-4
    let fraction = polynomial(
      rest, 1.9875691500e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1)
    let power =
      (unsafeBitCast(shifted, to: SIMD8<Int32>.self) &- unsafeBitCast(rounder, to: SIMD8<Int32>.self) &+ 127) &<< 23
    return (fraction * rest * rest + rest + 1) * unsafeBitCast(power, to: Lanes.self)
  }

  /// By Horner's rule, highest coefficient first.
  @inline(__always)
  private static func polynomial(_ x: Lanes, _ coefficients: Float...) -> Lanes {
    var sum = Lanes.zero
    for coefficient in coefficients { sum = sum * x + coefficient }
    return sum
  }
}
