internal import Answering
internal import ArgumentParser
internal import Encoding
internal import Foundation
internal import Knowledge
internal import Matching

/// Where Marrow's knowledge, the model and the caches are.
struct MarrowHome: ParsableArguments {
  @Option(help: "The repository's folder. Default: the working directory.")
  var home = "."

  @Option(help: "Folder for what is computed once. Default: bench in marrow's own cache folder.")
  var cache: String?

  /// The knowledge folder.
  var knowledge: KnowledgeFolder { KnowledgeFolder(root.appendingPathComponent("Knowledge")) }
  /// The scripts of the peers.
  var peers: URL { root.appendingPathComponent("Sources/marrow-bench/Peers") }
  /// The folder that `marrow` keeps compiled knowledge in.
  var marrowCache: CompiledCache { CompiledCache(folder: model.deletingLastPathComponent()) }
  /// The benchmark's own cache folder.
  var benchCache: URL {
    cache.map { URL(fileURLWithPath: $0) } ?? marrowCache.folder.appendingPathComponent("bench")
  }
  /// The folder of the encoder's files.
  var model: URL { EncoderFiles.locate(environment: ProcessInfo.processInfo.environment).folder }

  private var root: URL { URL(fileURLWithPath: home) }

  /// The encoder.
  ///
  /// - Throws: ``DataProblem`` where its files are not there or not the published ones.
  func encoder() throws(DataProblem) -> SentenceEncoder {
    do { return try SentenceEncoder(folder: model) } catch {
      throw DataProblem("\(error); Config/fetch-model.sh brings the encoder's files")
    }
  }

  /// Marrow as it is shipped: with the encoder (`full`) or by words alone.
  func responder(_ engine: Engine) throws -> Responder {
    try Responder.load(knowledge, cache: marrowCache, encoder: engine == .full ? encoder() : nil) { step, share in
      Progress.say("compiling knowledge: \(step), \(Int(share * 100)) %")
    }
  }

  /// Marrow's own command that lets an engine answer in a process of its own.
  func command(of engine: Engine) -> [String] {
    ["/proc/\(ProcessInfo.processInfo.processIdentifier)/exe", "answer", engine.rawValue, "--home", home]
  }
}
