/// What changed since an earlier run, case by case.
package struct BaselineComparison: Sendable, Equatable {
  /// A case and what changed about it.
  package struct Change: Sendable, Equatable {
    /// The case.
    package let id: String
    /// What changed, in one line.
    package let detail: String
  }

  /// Cases that passed and no longer do: regressions.
  package let newlyFailing: [Change]
  /// Cases that did not pass and now do.
  package let newlyPassing: [Change]
  /// Cases whose reply comes from another section.
  package let changedSection: [Change]
  /// Cases whose margin moved by more than ``noticeableMove``.
  package let movedMargin: [Change]
  /// Cases that ask something else than they did; no verdict is drawn from them.
  package let edited: [String]
  /// Cases that the baseline does not have.
  package let added: [String]
  /// Cases that only the baseline has.
  package let removed: [String]
  /// What stands in the way of comparing all of it, in words.
  package let notes: [String]

  /// Margins that move by less are no news.
  package static let noticeableMove = 0.05

  /// True where something that passed no longer does.
  package var hasRegressions: Bool { !newlyFailing.isEmpty }

  /// Compares a run with a baseline, perturbed cases under the name `perturbed ID`.
  ///
  /// - Parameter isPartial: true where the run left out cases on purpose; then what only the baseline has is no news.
  package init(of report: CheckReport, with baseline: CheckReport, isPartial: Bool) {
    let sameSeed = report.perturbed.map(\.seed) == baseline.perturbed.map(\.seed)
    let now = Self.cases(report, perturbed: sameSeed)
    let before = Dictionary(Self.cases(baseline, perturbed: sameSeed), uniquingKeysWith: { first, _ in first })
    let pairs = now.compactMap { id, result in before[id].map { Pair(id: id, before: $0, now: result) } }
    let same = pairs.filter(\.asksTheSame)
    newlyFailing = same.filter { $0.before.isPassed && !$0.now.isPassed }.map(\.failure)
    newlyPassing = same.filter { !$0.before.isPassed && $0.now.isPassed }.map(\.success)
    changedSection = same.compactMap(\.sectionChange)
    movedMargin = same.compactMap(\.marginMove)
    edited = pairs.filter { !$0.asksTheSame }.map(\.id)
    added = now.map(\.0).filter { before[$0] == nil }
    let names = Set(now.map(\.0))
    removed = isPartial ? [] : Self.cases(baseline, perturbed: sameSeed).map(\.0).filter { !names.contains($0) }
    notes = Self.notes(report, baseline, sameSeed: sameSeed)
  }

  private static func cases(_ report: CheckReport, perturbed: Bool) -> [(String, CaseResult)] {
    let plain = report.suites.flatMap(\.cases).map { ($0.id, $0) }
    let variants = perturbed ? (report.perturbed?.suites ?? []).flatMap(\.cases) : []
    return plain + variants.map { ("\(Floors.perturbed) \($0.id)", $0) }
  }

  private static func notes(_ report: CheckReport, _ baseline: CheckReport, sameSeed: Bool) -> [String] {
    var notes: [String] = []
    if report.model != baseline.model {
      notes.append("the baseline was made with the model \(baseline.model), this run with \(report.model)")
    }
    if !sameSeed, report.perturbed != nil {
      notes.append("perturbed questions are not compared: the baseline has another seed or none")
    }
    return notes
  }
}

extension BaselineComparison {
  /// One case in both runs.
  private struct Pair {
    let id: String
    let before: CaseResult
    let now: CaseResult

    /// A changed question cannot regress; a case that could not be judged has no questions to compare.
    var asksTheSame: Bool {
      zip(before.turns, now.turns).allSatisfy { $0.question == $1.question }
        && (before.turns.count == now.turns.count || before.verdict == .error || now.verdict == .error)
    }

    var failure: Change {
      let first = now.turns.lazy.flatMap(\.mismatches).first
      let detail = first.map { "\($0.assertion): wanted \($0.wanted), got \($0.got)" } ?? now.error ?? ""
      return Change(id: id, detail: detail.oneLine(limit: 160))
    }

    var success: Change {
      Change(id: id, detail: now.turns.last?.sections.first?.id ?? now.turns.last?.kind.rawValue ?? "")
    }

    var sectionChange: Change? {
      for (old, new) in zip(before.turns, now.turns) where old.sections.first?.id != new.sections.first?.id {
        return Change(id: id, detail: "\(old.sections.first?.id ?? "none") -> \(new.sections.first?.id ?? "none")")
      }
      return nil
    }

    var marginMove: Change? {
      for (old, new) in zip(before.turns, now.turns) {
        guard let was = old.margin, let becomes = new.margin else { continue }
        if (becomes - was).magnitude > BaselineComparison.noticeableMove {
          return Change(id: id, detail: "\(was.fourDecimals) -> \(becomes.fourDecimals)")
        }
      }
      return nil
    }
  }
}
