/// A token such as `[MASK]` that the reference finds in the raw text, before anything else happens to it.
struct SpecialToken: Sendable {
  let text: String
  let number: Int
}
