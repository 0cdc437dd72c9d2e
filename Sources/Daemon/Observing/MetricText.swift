/// The text format of Prometheus, version 0.0.4: https://prometheus.io/docs/instrumenting/exposition_formats/
enum MetricText {
  /// Its media type.
  static let type = "text/plain; version=0.0.4; charset=utf-8"

  static func head(_ name: String, _ help: String, type: String, to text: inout String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  static func line(_ name: String, _ labels: [(String, String)], _ value: Double, to text: inout String) {
    let inner = labels.map { "\($0.0)=\"\(escaped($0.1))\"" }.joined(separator: ",")
    text += labels.isEmpty ? "\(name) \(number(value))\n" : "\(name){\(inner)} \(number(value))\n"
  }

  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\\\"
      case "\"": result += "\\\""
      case "\n": result += "\\n"
      default: result.append(character)
      }
    }
    return result
  }
}
