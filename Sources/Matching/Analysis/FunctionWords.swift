/// English words that carry no content of their own.
enum FunctionWords {
  /// True where `word` (lower case, without possessive) is one.
  static func contains(_ word: String) -> Bool { words.contains(word) }

  private static let words: Set<String> = Set(
    """
    a an the this that these those some any each every either neither no none both all such same other another much many
    more most less least few several enough own lot lots bit kind kinds sort sorts thing things stuff
    i me my mine myself we us our ours you your yours u ur he him his she her hers it its itself they them their theirs
    someone somebody anyone anybody everyone everybody one ones people person who whom whose which what whats when where
    why how hows whos wheres
    am is are was were be been being isnt arent wasnt werent im ive id ill youre youve hes shes theyre theyve weve were
    do does did doing done dont doesnt didnt have has had having havent hasnt hadnt can could cant couldnt will would wont
    wouldnt shall should shouldnt may might must need needs ought gonna wanna gotta let lets
    and or but nor so yet if then else than as because since while though although whether unless until
    of in on at by for with without about into onto from to up down out off over under again through during before after
    between among against upon per via around near
    not never ever also too very really quite just only even still already almost rather maybe perhaps actually basically
    please pls plz ok okay well oh um uh er like say tell me know want wanted give
    explain ask asking wondering wonder question questions help understand mean means meant called exactly
    there here now then today soon later get gets got getting go goes going went come comes came make makes made
    s t d m re ve ll y o e g vs etc eg ie
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}
