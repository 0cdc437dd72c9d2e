import Answering
import Foundation
package import Logging

/// Writes one JSON object a line: time, level, event, and the event's fields. Control characters are escaped, so that
/// nothing in a field can begin a line of its own.
package struct JSONLogHandler: LogHandler {
  package var logLevel: Logger.Level
  package var metadata: Logger.Metadata = [:]
  private let write: @Sendable (String) -> Void

  /// A handler that gives each line, with its end, to `write`.
  package init(level: Logger.Level, write: @escaping @Sendable (String) -> Void) {
    logLevel = level
    self.write = write
  }

  package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  package func log(event: LogEvent) {
    let time = LogTime(Date()).description
    let head: [(String, JSONValue)] = [
      ("time", .string(time)), ("level", .string(event.level.rawValue)), ("event", .string(event.message.description)),
    ]
    let given = event.metadata ?? [:]
    let fields = (metadata.isEmpty ? given : metadata.merging(given) { $1 }).sorted { $0.key < $1.key }
    write(JSONValue.object(head + fields.map { ($0.key, Self.value($0.value)) }).line + "\n")
  }

  private static func value(_ value: Logger.Metadata.Value) -> JSONValue {
    switch value {
    case .string(let text): .string(text)
    case .stringConvertible(let number as Int): .integer(number)
    case .stringConvertible(let number as Double): .number(number)
    case .stringConvertible(let value): .string(value.description)
    case .array(let items): .array(items.map(Self.value))
    case .dictionary(let members): .object(members.sorted { $0.key < $1.key }.map { ($0.key, Self.value($0.value)) })
    }
  }
}
