import Answering
import Matching

extension Home {
  /// A responder over the compiled knowledge; shows progress on standard error where compiling takes longer than a second.
  /// - Throws: `KnowledgeRefused` where the knowledge folder cannot be used.
  func responder() throws -> Responder {
    let compiled = try CompileProgress.show { progress in
      try cache().compiled(knowledgeFolder(), progress: progress)
    }
    return Responder(Matcher(compiled))
  }
}
