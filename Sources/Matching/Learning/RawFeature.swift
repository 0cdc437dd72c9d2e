/// A feature of a question before it is looked up in a model: which one, and how much it counts.
struct RawFeature {
  let hash: UInt64
  let weight: Float
}
