/// Number of a reply in its store; rises, and is never given twice.
package struct ReplyID: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  package let number: Int64

  package init(_ number: Int64) { self.number = number }

  package var description: String { String(number) }

  package static func < (left: ReplyID, right: ReplyID) -> Bool { left.number < right.number }
}
