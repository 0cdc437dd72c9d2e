import Foundation
import KnowledgeFixture

extension KnowledgeFixture {
  /// Puts the repository's safety rules in the place of the fixture's few files, which no program could answer with.
  func addSafety() throws {
    try remove("safety")
    try FileManager.default.copyItem(
      at: Repository.url.appendingPathComponent("Knowledge/safety"), to: url("safety"))
  }
}
