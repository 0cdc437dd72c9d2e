/// Cuts a question at its joints: "and", "versus", commas, question marks.
enum QuestionSegments {
  /// More segments than this are not looked at one by one.
  private static let limit = 6

  /// Words that join two things asked for.
  private static let joints: Set<String> = [
    "and", "n", "plus", "vs", "versus", "or", "then", "than", "compared", "against",
  ]

  /// Words that join the two sides of a comparison.
  private static let comparingJoints: Set<String> = ["from", "to", "with", "between", "that", "not"]

  /// The segments that have content of their own, each with the subject that it or the whole names; empty where there are
  /// fewer than two. A segment without content belongs to the one before it.
  static func segments(of analysis: Analysis) -> [Analysis] {
    let numbers = segmentNumbers(of: analysis)
    guard let last = numbers.last, last > 0, last < limit * 2 else { return [] }
    let parts = (0...last).map { number in
      analysis.keeping(terms: Set(analysis.terms.indices.filter { numbers[$0] == number }))
    }
    let withContent = parts.filter { $0.hasContent }
    return withContent.count >= 2 && withContent.count <= limit ? withContent : []
  }

  /// For each term, which segment it belongs to.
  private static func segmentNumbers(of analysis: Analysis) -> [Int] {
    var numbers: [Int] = []
    var number = 0
    var hasContent = false
    var clause = analysis.terms.first.map { analysis.tokens[$0.token].clause } ?? 0
    let joints = analysis.compares ? Self.joints.union(comparingJoints) : Self.joints
    for term in analysis.terms {
      let nextClause = analysis.tokens[term.token].clause
      let isJoint = joints.contains(term.text) && term.subject == nil
      if nextClause != clause || isJoint, hasContent {
        number += 1
        hasContent = false
      }
      clause = nextClause
      hasContent = hasContent || analysis.isContent(term) || term.subject != nil
      numbers.append(number)
    }
    return numbers
  }
}
