/// Given names that a knowledge folder may use as words, in its examples or otherwise. A name that no folder uses need not stand
/// here: a word that nobody knows is taken out in any case.
enum GivenNames {
  /// True for a name that means nothing else.
  static func contains(_ word: String) -> Bool { names.contains(word) }

  /// True for a name that is an English word, too: Rose, Will.
  static func isWord(_ word: String) -> Bool { words.contains(word) }

  private static let names: Set<String> = set(
    """
    aaron abdul abigail adam adele adrian agnes ahmed aisha alan albert alex alexander alexandra alfie ali alice alicia alison
    amanda amelia amina amir amy ana andrea andreas andrew andy angela anita ann anna anne annie anthony antonio arthur ashley
    ava barbara beatrice ben benjamin bernard beth betty bob bobby brandon brenda brian bridget bruce caleb cameron carl carla
    carlos carmen caroline catherine cathy charles charlie charlotte chloe chris christina christine christopher claire clara
    claudia colin connor craig dan daniel daniela danny dave david deborah debbie dennis derek diana diane diego dominic don
    donald donna dorothy doug douglas dylan ed eddie edward edwin eileen elaine eleanor elena eli elijah elizabeth ella ellen
    ellie elsa emily emma eric erik erin ethan eva evan evelyn fatima felix fiona florence fran frances francesca francis fred
    freddie gabriel gareth gary gavin geoff george georgia gerald gina gloria gordon graham greg gregory hannah hans harriet
    harry hassan hazel heidi helen helena henry hugh hugo ian ibrahim imran ingrid isaac isabel isabella isla ivan jackie jacob
    jake james jamie jan jane janet janice jason jasmine javier jean jeff jen jennifer jenny jeremy jerry jess jessica jessie jim
    jimmy joan joanna joe joel johan john johnny jon jonathan jordan jorge jose joseph josh joshua juan judith judy julia julian
    julie juliet justin karen karim karl kate katherine kathleen kathy katie keith kelly ken kenneth kevin khalid kim kirsten
    klaus kyle lara larry laura lauren laurie leah lee leila leo leon leonard leslie lewis liam linda lisa liz lorenzo louis
    louisa louise lucas lucia lucy luis luke lydia lynn maggie malik mandy marcus margaret maria marie marilyn mario marion
    martha martin mary mason mateo matt matthew maureen maya megan mehmet mei melissa mia michael michelle miguel mike mila
    miriam mohamed mohammed molly monica muhammad nadia nancy naomi natalie natasha nathan neil nicholas nick nicola nicole nigel
    nina noah nora norma oliver olivia omar oscar owen pamela patricia patrick paul paula pauline pedro peggy pete peter phil
    philip phoebe priya rachel rafael raj ralph ramon raymond rebecca richard rick rita robert roberto roger ron ronald rory rosie
    ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian shane sharon sheila shirley simon
    sofia sonia sophia sophie stacey stan stella stephanie stephen steve steven stuart susan suzanne sven sylvia tamara tanya tara
    ted teresa terry theo theresa thomas tim timothy tina tobias toby todd tom tommy tony tracy trevor valerie vanessa vera
    veronica vicky victor victoria vincent virginia walter wayne wendy wesley william willy yasmin yusuf yvonne zac zachary zara
    zoe
    """)

  private static let words: Set<String> = set(
    """
    amber angel april archer art august autumn baker bay bill bishop brook brown carter chance charity chase christian cliff
    cooper crystal daisy dale dawn dean dolly drew earl faith fay finn fisher ford forest frank gale gene ginger glen grace grant
    gray green guy harmony heath heather holly hope hunter iris ivy jack jade jay jewel jewell jones joy june king kit lance
    lily mark marsh martin mason may melody mercy miles miller noel norm nova olive page parker pat patience pearl penny piper
    poppy price ray red reed rich river rob robin rock rocky rod rose rowan ruby rusty sage sandy shepherd sky smith star stone
    storm sue summer sunny taylor terry tucker violet wade walker wren ward white will willow wood woody young
    """)

  private static func set(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
