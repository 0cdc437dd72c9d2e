import Answering
import Foundation
import Knowledge
import Matching

extension Home {
  /// A responder over the compiled knowledge; shows progress on standard error where compiling takes longer than a second, and
  /// there says what has aged.
  /// - Parameter anew: compiles even where the cache holds this knowledge.
  /// - Throws: `KnowledgeRefused` where the knowledge folder cannot be used.
  func responder(anew: Bool = false) throws -> Responder {
    let encoder = try encoder()
    let responder = try CompileProgress.show { progress in
      try Responder.load(knowledgeFolder(), cache: cache(), encoder: encoder, anew: anew, progress: progress)
    }
    for warning in responder.warnings(on: CalendarDay(Date())) {
      try? StandardStream.error.write("marrow: warning: \(warning)\n")
    }
    return responder
  }
}
