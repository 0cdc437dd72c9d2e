/// The sets of words that phrases ask for in one place, numbered: equal sets share a number.
///
/// For each word of a message the numbers of the sets it belongs to are noted once; after that, asking whether a word
/// fits a place of a phrase is one look at a bit.
struct ChoiceTable: Sendable {
  private var numbers: [[Int]: Int] = [:]
  /// The sets that hold an atom, by atom.
  private(set) var setsOfAtom: [[Int]] = []
  /// How many atoms each set holds.
  private(set) var sizes: [Int] = []
  /// How many sets there are.
  private(set) var count = 0

  /// The number of a set of atoms.
  mutating func number(of atoms: [Int]) -> Int {
    let key = atoms.count == 1 ? atoms : Set(atoms).sorted()
    if let known = numbers[key] { return known }
    numbers[key] = count
    for atom in key {
      while setsOfAtom.count <= atom { setsOfAtom.append([]) }
      setsOfAtom[atom].append(count)
    }
    sizes.append(key.count)
    count += 1
    return count - 1
  }

  /// The sets that hold an atom.
  func sets(of atom: Int) -> [Int] {
    atom < setsOfAtom.count ? setsOfAtom[atom] : []
  }
}
