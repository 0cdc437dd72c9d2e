import Knowledge
import Testing

@Suite struct NearestIDsTests {
  private let ids = NearestIDs(["all/symptoms", "all/causes", "aml/treatment", "gap:survival-figures"])

  @Test(arguments: [
    ("all/symptom", "all/symptoms"), ("symptoms", "all/symptoms"), ("AML/Treatment", "aml/treatment"),
    ("survival", "gap:survival-figures"), ("all/cuases", "all/causes"),
  ])
  func putsTheNearestFirst(written: String, id: String) {
    #expect(ids.suggestions(for: written).first == id)
  }

  @Test(arguments: ["", "zzz", "42"]) func suggestsNothingFarOff(written: String) {
    #expect(ids.suggestions(for: written).isEmpty)
  }

  @Test func keepsTheLimit() {
    #expect(ids.suggestions(for: "all/s", limit: 1).count == 1)
  }
}
