import Answering
import Matching
import Testing

@Suite struct TriagePatternTests {
  @Test func word_matchesWholeWordOnly() throws {
    let rules = TriageFixtures.rules("fit")
    #expect(try TriageFixtures.fires(rules, "had a fit"))
    #expect(try !TriageFixtures.fires(rules, "he benefits from it"))
  }

  @Test func beginning_matchesEveryWordThatBeginsSo() throws {
    let rules = TriageFixtures.rules("bleed*")
    #expect(try TriageFixtures.fires(rules, "he is bleeding"))
    #expect(try !TriageFixtures.fires(rules, "nosebleed"))
  }

  @Test func ending_matchesEveryWordThatEndsSo() throws {
    let rules = TriageFixtures.rules("*tinib")
    #expect(try TriageFixtures.fires(rules, "on bosutinib"))
    #expect(try !TriageFixtures.fires(rules, "tinibs"))
  }

  @Test func capitals_askForCapitals() throws {
    let rules = TriageFixtures.rules("has ALL")
    #expect(try TriageFixtures.fires(rules, "my son has ALL and sleeps"))
    #expect(try !TriageFixtures.fires(rules, "she has all the books"))
  }

  @Test func capitals_meanNothingInAMessageAllInCapitals() throws {
    #expect(try !TriageFixtures.fires(TriageFixtures.rules("has ALL"), "SHE HAS ALL THE BOOKS"))
  }

  @Test func alternatives_takeAnyWordAndAnyHyphenatedRun() throws {
    let rules = TriageFixtures.rules("throws|threw-up blood")
    #expect(try TriageFixtures.fires(rules, "she throws blood"))
    #expect(try TriageFixtures.fires(rules, "she threw up blood"))
    #expect(try !TriageFixtures.fires(rules, "she threw blood"))
  }

  @Test func slash_partsPhrasesOfALine() throws {
    let rules = TriageFixtures.rules("red dots / purple spots")
    #expect(try TriageFixtures.fires(rules, "purple spots"))
    #expect(try !TriageFixtures.fires(rules, "purple dots"))
  }

  @Test func gap_allowsUpToSoManyWords() throws {
    let rules = TriageFixtures.rules("throw <2> blood")
    #expect(try TriageFixtures.fires(rules, "throw blood"))
    #expect(try TriageFixtures.fires(rules, "throw up some blood"))
    #expect(try !TriageFixtures.fires(rules, "throw up quite some blood"))
  }

  @Test func gap_staysInItsSentence() throws {
    #expect(try !TriageFixtures.fires(TriageFixtures.rules("throw <2> blood"), "I throw. Blood test?"))
  }

  @Test func optional_mayBeMissing() throws {
    let rules = TriageFixtures.rules("in the? morning")
    #expect(try TriageFixtures.fires(rules, "in morning"))
    #expect(try TriageFixtures.fires(rules, "in the morning"))
  }

  @Test func lookahead_refusesWhatFollows() throws {
    let rules = TriageFixtures.rules("blood !test|work-up")
    #expect(try TriageFixtures.fires(rules, "blood"))
    #expect(try TriageFixtures.fires(rules, "blood work"))
    #expect(try !TriageFixtures.fires(rules, "blood test"))
    #expect(try !TriageFixtures.fires(rules, "blood work up"))
  }

  @Test func lookbehind_refusesWhatStandsBefore() throws {
    let rules = TriageFixtures.rules("~not alone")
    #expect(try TriageFixtures.fires(rules, "I am alone"))
    #expect(try !TriageFixtures.fires(rules, "I am not alone"))
  }

  @Test func reference_readsAnotherCueAnywhereInAPhrase() throws {
    let kin = CueSet(name: "kin", phrases: ["little one / son"])
    let rules = TriageFixtures.rules("my @kin|dog fell / @kin cried", more: [kin])
    #expect(try TriageFixtures.fires(rules, "my little one fell"))
    #expect(try TriageFixtures.fires(rules, "my dog fell"))
    #expect(try TriageFixtures.fires(rules, "our son cried"))
    #expect(try !TriageFixtures.fires(rules, "my cat fell"))
  }

  @Test func borders_holdAtClauseAndMessage() throws {
    #expect(try TriageFixtures.fires(TriageFixtures.rules("^ stop"), "well, stop that"))
    #expect(try !TriageFixtures.fires(TriageFixtures.rules("^ stop"), "do stop that"))
    #expect(try TriageFixtures.fires(TriageFixtures.rules("hurts $"), "it hurts, really"))
    #expect(try !TriageFixtures.fires(TriageFixtures.rules("hurts $"), "it hurts really"))
    #expect(try TriageFixtures.fires(TriageFixtures.rules("^^ help $$"), "help"))
    #expect(try !TriageFixtures.fires(TriageFixtures.rules("^^ help $$"), "help, please"))
  }

  @Test(arguments: ["can't", "cant", "can’t", "CAN'T"]) func apostrophe_mayBeMissing(_ form: String) throws {
    #expect(try TriageFixtures.fires(TriageFixtures.rules("cant breathe"), "I \(form) breathe"))
  }

  @Test func apostrophe_mattersWhereItMakesAnotherWord() throws {
    #expect(try !TriageFixtures.fires(TriageFixtures.rules("ill"), "I'll ask"))
    #expect(try TriageFixtures.fires(TriageFixtures.rules("son"), "my son's nose"))
  }

  @Test func hyphen_isASpace() throws {
    let rules = TriageFixtures.rules("car-t")
    #expect(try TriageFixtures.fires(rules, "after car t"))
    #expect(try TriageFixtures.fires(rules, "after CAR-T"))
  }

  @Test func drawnOutLetters_areRead() throws {
    #expect(try TriageFixtures.fires(TriageFixtures.rules("so sad"), "sooooo saaad"))
  }

  @Test func repairedForm_isReadBesideTheOriginal() {
    let token = Token(text: "blod", repaired: "blood", isCapitalized: false, sentence: 0, clause: 0)
    let analysis = Analysis(tokens: [token])
    for word in ["blod", "blood"] {
      let result = Triage(rules: TriageFixtures.rules(word)).assess(analysis, remembering: ContextFlags())
      #expect(result.classes == [.emergency])
    }
  }

  @Test(arguments: ["sezure", "seizrue", "siezure", "seiizure"]) func misspelling_isRead(_ word: String) throws {
    #expect(try TriageFixtures.fires(TriageFixtures.rules("seizure", spelling: ["seizure"]), "a \(word)"))
  }

  @Test func misspelling_keepsRealWordsAndFirstLetters() throws {
    let rules = SafetyRules(
      cues: [CueSet(name: "c", phrases: ["fever"])], spelling: SpellingGuard(words: ["fever"], keep: ["fewer"]),
      rules: [TriageRule(id: "r", raises: .emergency, sources: ["test"], all: ["c"])])
    #expect(try TriageFixtures.fires(rules, "fevr"))
    #expect(try !TriageFixtures.fires(rules, "fewer"))
    #expect(try !TriageFixtures.fires(rules, "lever"))
  }

  @Test(arguments: [
    ("a <9> b", "gap"), ("<2> a", "begins with a gap"), ("a <2>", "ends with a gap"), ("a $x", "unreadable"),
    ("^ $", "can never match"), ("a? b? c? d? e? f? g", "optional"), ("~@c a", "looks back"),
    ("@nobody", "unknown cue"),
  ])
  func badPhrase_isAFault(_ phrase: String, _ reason: String) {
    let faults = TriageFixtures.rules(phrase).faults()
    #expect(faults.contains { $0.name == "c" && $0.reason.contains(reason) })
  }

  @Test func emptyRange_isAFault() {
    let number = NumberCue(name: "n", kind: .value, from: 9, to: 3)
    let faults = TriageFixtures.rules("c", numbers: [number]).faults()
    #expect(faults.contains { $0.name == "n" && $0.reason.contains("can never match") })
  }

  @Test func circle_isAFault() {
    let other = CueSet(name: "d", phrases: ["@c"])
    #expect(TriageFixtures.rules("@d", more: [other]).faults().contains { $0.reason.contains("circle") })
  }
}
