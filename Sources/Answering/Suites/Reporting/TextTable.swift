/// Lays out rows in columns: the first and last one to the left, numbers between them to the right.
struct TextTable {
  private var rows: [[String]]

  init(header: [String]) { rows = [header] }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The rows as lines of equal columns, the header first.
  func lines() -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.compactMap { column < $0.count ? $0[column].count : nil }.max() ?? 0
    }
    return rows.map { row in
      let cells = row.enumerated().map { index, cell in
        let blanks = String(repeating: " ", count: widths[index] - cell.count)
        if index == row.count - 1 { return cell }
        return index == 0 ? cell + blanks : blanks + cell
      }
      return cells.joined(separator: "  ")
    }
  }
}
