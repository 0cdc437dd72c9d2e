/// Tells whether a question is in another language than the knowledge.
enum LanguageGuess {
  /// True where a third of the letters are not Latin, or where words of another language outnumber the English ones.
  static func isForeign(_ tokens: [Token]) -> Bool {
    var latin = 0
    var other = 0
    for scalar in tokens.lazy.flatMap(\.text.unicodeScalars) where scalar.properties.isAlphabetic {
      if scalar.value < 0x250 { latin += 1 } else { other += 1 }
    }
    if other * 2 > latin { return other > 0 }
    let words = tokens.map { TermText.clean($0.text) }
    let foreign = words.filter(foreignWords.contains).count
    let english = words.filter { FunctionWords.contains($0) && !foreignWords.contains($0) }.count
    return foreign >= 2 && foreign > english || foreign == 1 && english == 0 && words.count <= 4
  }

  /// Frequent short words of other languages in Latin script, those that are English words too left out.
  private static let foreignWords: Set<String> = Set(
    """
    que como cual cuales quien donde cuando por para los las una unos unas del esta este estan tiene tengo puede hay mi muy
    sobre sin soy hola gracias ayuda enfermedad sangre hijo hija leucemia medula osea
    est les des une quels quelle quelles quel sont dans avec pour mon ma sur qui quoi comment pourquoi je vous nous ou ce cette
    le la du au aux bonjour merci leucemie leucémie moelle enfant traitement
    der das und ist ein eine einen wie wer wo wann warum nicht mit von zu bei fur sind kann ich mein meine sie wird werden
    hallo danke leukamie knochenmark behandlung welche
    che sono della delle degli nel nella come cosa quali perche il gli ciao grazie midollo
    qual quais sao não nao com uma dos das meu minha ola obrigado tratamento doenca
    wat hoe een het van zijn wie waarom met voor mijn ik niet bij leukemie beenmerg
    jak co jest czy dla sie na nie moje bialaczka szpik
    nedir nasil ve bir icin mi neden ne kadar losemi kemik iligi tedavi
    vad hur och ar att det som jag min inte leukemi benmarg
    hvad hvordan hva er og ikke jeg
    la gi benh nhu the nao trieu chung cua toi bach cau
    ano ang mga ba sa ko para
    kya hai kaise ke ki mein aur
    apa itu gejala dan yang penyakit bagaimana
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  ).subtracting([
    "the", "is", "an", "a", "me", "no", "on", "in", "he", "she", "be", "come", "ve", "mi", "ma", "min", "ar", "la",
    "die", "par", "ou", "au", "co", "ki", "ke", "ba", "ko", "er", "der", "ne", "sin", "ce", "du", "les", "des", "con",
    "son",
  ])
}
