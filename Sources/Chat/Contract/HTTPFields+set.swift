internal import HTTPTypes

extension HTTPFields {
  /// Sets fields by name, in place of those of the same name; a name that is none is passed over.
  mutating func set(_ fields: [(name: String, value: String)]) {
    for field in fields {
      if let name = HTTPField.Name(field.name) { self[name] = field.value }
    }
  }
}
