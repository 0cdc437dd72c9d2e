/// What Marrow comes to with some of its lines left out.
struct AblationFigures: Encodable {
  let set: String
  let lines: String
  let count: Int
  let right: EngineFigures.Share
  let declined: EngineFigures.Share
  let nearMisses: EngineFigures.Share
}
