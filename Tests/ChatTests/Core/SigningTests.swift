import Chat
import Foundation
import Testing

@Suite("Signing")
struct SigningTests {
  @Test("Codes are those of RFC 4231 and RFC 2202")
  func matchesVectors() {
    let key = Data("Jefe".utf8)
    let whole = MessageCode.sha256(Data("what do ya want for nothing?".utf8), key: key)
    #expect(Hex.text(whole) == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
    #expect(MessageCode.sha256(Data("what do ya ".utf8), Data("want for nothing?".utf8), key: key) == whole)
    #expect(
      Hex.text(MessageCode.sha1(Data("what do ya want for nothing?".utf8), key: key))
        == "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79")
  }

  @Test("Texts are equal byte by byte only")
  func compares() {
    #expect(ConstantTime.equal("secret", "secret"))
    #expect(!ConstantTime.equal("secret", "secreT"))
    #expect(!ConstantTime.equal("secret", "secre"))
    #expect(!ConstantTime.equal("\u{E9}", "e\u{301}"), "the same letter in other bytes")
    #expect(ConstantTime.equal("", ""))
  }

  @Test("Hexadecimal digits have one spelling")
  func readsHex() {
    #expect(Hex.bytes("00ff7f") == Data([0, 255, 127]))
    #expect(Hex.text(Data([0, 255, 127])) == "00ff7f")
    for text in ["0", "FF", "0x", "zz", " 00", "é"] { #expect(Hex.bytes(text) == nil) }
    #expect(Hex.bytes("") == Data())
  }

  @Test("A secret prints nothing of itself")
  func hidesSecrets() {
    let secret = Secret("canary-value")
    var dumped = ""
    dump(secret, to: &dumped)
    let settings = PlatformSettings(name: "a", kind: "slack", secrets: ["bot_token": secret])
    dump(settings, to: &dumped)
    #expect(!"\(secret) \(String(reflecting: secret)) \(dumped) \(settings)".contains("canary"))
    #expect("\(secret)" == "<secret>")
  }

  @Test(
    "Time stamps are digits, and no time is far away", arguments: ["", "1.5", "+1790000000", "-5", " 1", "1e9", "²"])
  func refusesOddTimes(text: String) {
    #expect(throws: WebhookRefusal.self) { try Freshness.check(text, at: Date(timeIntervalSince1970: 1_790_000_000)) }
  }
}
