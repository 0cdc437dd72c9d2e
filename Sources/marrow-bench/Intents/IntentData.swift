package import Foundation

/// A public intent set: what is learned from, what the threshold is chosen on, what is tested.
package struct IntentData: Sendable {
  /// What tables call it.
  package let name: String
  package let training: [LabelledMessage]
  package let validation: [LabelledMessage]
  package let tests: [LabelledMessage]
  /// Whether the validation messages belong to the training split, so that they may be learned from in the end.
  package let validationIsTraining: Bool

  /// CLINC150 in a folder of `clinc_*.tsv` files.
  ///
  /// Source: S. Larson et al., An Evaluation Dataset for Intent Classification and Out-of-Scope Prediction, 2019.
  /// - Throws: ``DataProblem`` for a missing file and a bad line.
  package static func clinc150(in folder: URL) throws(DataProblem) -> IntentData {
    let read = { (name: String) throws(DataProblem) -> [LabelledMessage] in
      try MessageFile.read(folder.appendingPathComponent("clinc150/clinc_\(name).tsv"))
    }
    return IntentData(
      name: "CLINC150", training: try read("train") + read("oos_train"), validation: try read("val") + read("oos_val"),
      tests: try read("test") + read("oos_test"), validationIsTraining: false)
  }

  /// BANKING77 in a folder of `banking_*.tsv` files. It has no validation split: every tenth training message serves as one.
  ///
  /// Source: I. Casanueva et al., Efficient Intent Detection with Dual Sentence Encoders, 2020.
  /// - Throws: ``DataProblem`` for a missing file and a bad line.
  package static func banking77(in folder: URL) throws(DataProblem) -> IntentData {
    let read = { (name: String) throws(DataProblem) -> [LabelledMessage] in
      try MessageFile.read(folder.appendingPathComponent("banking77/banking_\(name).tsv"))
    }
    let all = try read("train")
    let split = { (isValidation: Bool) in
      all.enumerated().filter { ($0.offset % 10 == 3) == isValidation }.map(\.element)
    }
    return IntentData(
      name: "BANKING77", training: split(false), validation: split(true), tests: try read("test"),
      validationIsTraining: true)
  }
}
