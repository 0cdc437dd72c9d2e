/// One `"key": value` of an object.
package struct JSONMember: Equatable {
  package let key: String
  package let value: JSONValue
}
