import Foundation
import Testing

/// Gives each test a place for its stores and removes it afterwards, whether or not a store was closed.
struct StoreFoldersTrait: SuiteTrait, TestTrait, TestScoping {
  @TaskLocal static var root = FileManager.default.temporaryDirectory

  var isRecursive: Bool { true }

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @concurrent @Sendable () async throws -> Void
  ) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "marrow-outbox-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: root) }
    try await Self.$root.withValue(root, operation: function)
  }
}

extension Trait where Self == StoreFoldersTrait {
  static var storeFolders: StoreFoldersTrait { StoreFoldersTrait() }
}
