import GRDB

extension Statement {
  /// The first column of the first row; nil where there is no row.
  func first<Value: DatabaseValueConvertible & StatementColumnConvertible>(
    _ type: Value.Type, _ arguments: StatementArguments
  ) throws -> Value? {
    try type.fetchOne(self, arguments: arguments)
  }
}

extension Statement {
  /// All rows, each made into a value.
  func all<Value>(_ arguments: StatementArguments = [], _ make: (Row) throws -> Value) throws -> [Value] {
    let rows = try Row.fetchCursor(self, arguments: arguments)
    var values: [Value] = []
    while let row = try rows.next() { values.append(try make(row)) }
    return values
  }
}
