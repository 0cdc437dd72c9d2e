import Daemon
import Foundation
import Testing

struct EntityTagTests {
  private let tag = EntityTag(of: Data("a page".utf8))

  @Test func sameBytesHaveTheSameTagAndOthersAnother() {
    #expect(tag == EntityTag(of: Data("a page".utf8)))
    #expect(tag != EntityTag(of: Data("another".utf8)))
    #expect(tag.value.hasPrefix("\"") && tag.value.hasSuffix("\"") && tag.value.utf8.count == 34)
  }

  @Test func fieldNamesItAloneInAListWeaklyOrAsAny() {
    for field in [tag.value, "W/\(tag.value)", "\"x\", \(tag.value)", " W/\(tag.value) ,\"x\"", "*"] {
      #expect(tag.matches(field), "\(field)")
    }
  }

  @Test func otherFieldsDoNotNameIt() {
    for field in [nil, "", "\"x\"", String(tag.value.dropFirst().dropLast())] { #expect(!tag.matches(field)) }
  }
}
