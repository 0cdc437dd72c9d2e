import Foundation

/// Where a dead letter would go, as it is sealed: what a replay needs and nobody may read in the file.
struct Address: Codable {
  var lane: String
  var endpoint: String
  var destination: Data
}
