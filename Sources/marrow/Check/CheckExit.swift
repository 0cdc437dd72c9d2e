import ArgumentParser

/// How a check ended, as the process tells it.
enum CheckExit: Int32 {
  /// Every floor held.
  case held = 0
  /// A floor was not reached, or a case that passed in the baseline no longer does.
  case failed = 1
  /// Wrong usage, or a suite, a knowledge file or a report that cannot be read or written.
  case unusable = 2
  /// No case to run.
  case nothing = 3

  /// The code for the argument parser; the message has been printed by then.
  var code: ExitCode { ExitCode(rawValue) }
}
