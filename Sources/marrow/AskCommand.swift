import Answering
import ArgumentParser
import Foundation
import Knowledge
import Matching

struct AskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "ask", abstract: "Answers one question.")
  @OptionGroup var home: Home
  @Flag var jsonl = false
  @Flag var why = false
  @Argument var question: [String] = []

  func run() async throws {
    let responder = try Responder.load(home.knowledgeFolder(), cache: home.cache())
    if jsonl {
      var states: [String: ConversationState] = [:]
      while let line = readLine() {
        guard let o = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] else { continue }
        let q = o["question"] as? String ?? ""
        let conv = o["conversation"] as? String
        let state = conv.flatMap { states[$0] } ?? responder.freshState(at: Date())
        let r = responder.respond(to: q, in: state, at: Date())
        if let conv { states[conv] = r.state }
        var d: [String: Any] = [
          "id": o["id"] ?? "", "kind": r.answer.kind.rawValue, "text": r.answer.text,
          "sections": r.answer.sections.map { ["id": $0.section, "score": $0.score] },
        ]
        if let s = r.answer.safety { d["safety"] = s.rawValue }
        if let x = r.answer.reason { d["reason"] = x.written }
        if why, let e = r.answer.explanations.first {
          d["why"] = [
            "words": e.words, "facets": e.facets, "subjects": e.subjects.map(\.subject), "rule": e.rule,
            "aspects": e.aspects.map { "\($0.name) \($0.probability)" },
            "repairs": e.repairs.map { "\($0.written)>\($0.read)" },
            "concepts": e.concepts.map { "\($0.word)>\($0.concept)" },
            "cands": e.candidates.map { c in
              "\(c.section ?? "DECLINE") \(c.probability) "
                + c.signals.map { "\($0.name)=\(String(format: "%.2f", $0.value))" }.joined(separator: " ")
            },
          ]
        }
        print(String(decoding: try JSONSerialization.data(withJSONObject: d), as: UTF8.self))
      }
      return
    }
    let r = responder.respond(to: question.joined(separator: " "), in: responder.freshState(at: Date()), at: Date())
    print(r.answer.text)
  }
}
