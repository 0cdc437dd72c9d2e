internal import Foundation

extension MessageCode {
  /// HMAC-SHA256 against RFC 4231, test case 2: for platforms that publish no vector of their own.
  package static var vectorTest: SelfTestResult {
    let code = sha256(Data("what do ya want for nothing?".utf8), key: Data("Jefe".utf8))
    return SelfTestResult(
      "published HMAC vector",
      passed: Hex.text(code) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }
}
