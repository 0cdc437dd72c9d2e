/// Lays rows out in columns of equal width.
enum Columns {
  /// Rows one a line, cells two blanks apart, each as wide as the widest of its column; the last is not filled up.
  static func text(_ rows: [[String]], indent: String = "") -> String {
    let widths = (0..<(rows.map(\.count).max() ?? 0)).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == row.count - 1 ? cell : cell + String(repeating: " ", count: widths[column] - cell.count)
      }
      return indent + cells.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}
