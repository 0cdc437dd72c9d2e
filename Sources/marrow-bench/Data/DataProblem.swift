/// What is wrong with the data given, with file and line, and what to do about it.
package struct DataProblem: Error, Equatable, CustomStringConvertible {
  package let description: String

  package init(_ description: String) { self.description = description }

  /// A problem in a line of a file.
  package init(file: String, line: Int, _ what: String) { self.init("\(file):\(line): \(what)") }
}
