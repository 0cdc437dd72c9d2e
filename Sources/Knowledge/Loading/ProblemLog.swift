/// Collects problems while files are read, so that an editor sees all of them at once.
package final class ProblemLog {
  /// Everything reported so far, in order.
  package private(set) var problems: [KnowledgeProblem] = []

  package init() {}

  /// Notes a problem.
  package func report(_ place: SourcePlace, key: String? = nil, _ message: String) {
    problems.append(KnowledgeProblem(place: place, key: key, message: message))
  }

  /// Throws ``KnowledgeRefused`` where anything was reported.
  package func throwIfAny() throws(KnowledgeRefused) {
    if !problems.isEmpty { throw KnowledgeRefused(problems: problems) }
  }
}
