internal import Foundation

/// Everything a run found. Holds no time and no path of the machine, so the same run gives the same bytes; as JSON it
/// is also the baseline of later runs.
package struct CheckReport: Sendable, Codable, Equatable {
  /// The run over perturbed questions.
  package struct PerturbedRun: Sendable, Codable, Equatable {
    /// Seed of the perturbation.
    package let seed: UInt64
    /// Its suites.
    package let suites: [SuiteResult]

    package init(seed: UInt64, suites: [SuiteResult]) {
      self.seed = seed
      self.suites = suites
    }
  }

  /// Version of the form.
  package let version: Int
  /// Digest of the knowledge.
  package let knowledge: String
  /// Name of the model behind the matcher.
  package let model: String
  /// Cases that passed; perturbed ones are not counted here.
  package let passed: Int
  /// Cases that failed.
  package let failed: Int
  /// Cases that could not be judged.
  package let errors: Int
  /// Suites in the order run.
  package let suites: [SuiteResult]
  /// The same suites with perturbed questions, where that was asked for.
  package let perturbed: PerturbedRun?
  /// What was taken for what, the most frequent first.
  package let confusions: [ConfusionCount]
  /// What no case touches.
  package let coverage: Coverage

  /// Grows when the form changes; a baseline of another version is refused.
  package static let currentVersion = 1

  /// The report on a run.
  package init(
    suites: [SuiteResult], perturbed: PerturbedRun? = nil, coverage: Coverage, knowledge: String, model: String
  ) {
    version = Self.currentVersion
    self.knowledge = knowledge
    self.model = model
    self.suites = suites
    self.perturbed = perturbed
    self.coverage = coverage
    let cases = suites.flatMap(\.cases)
    passed = cases.count { $0.verdict == .passed }
    failed = cases.count { $0.verdict == .failed }
    errors = cases.count { $0.verdict == .error }
    confusions = ConfusionCount.list(suites)
  }

  /// True where every class of every suite, perturbed ones included, reaches its floor.
  package var holds: Bool { (suites + (perturbed?.suites ?? [])).allSatisfy(\.holds) }
}
