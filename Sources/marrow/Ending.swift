import ArgumentParser
import Daemon
import Foundation
import Knowledge

/// How a run that threw ends: what it says, where, and its exit code.
///
/// The parser's own code for wrong use is 64; here every error that the caller can mend ends with 2.
struct Ending {
  /// Exit code: 0 for help and version, 2 for what the caller can mend, 70 for the rest, or the code that was thrown.
  let code: Int32
  /// What to say; nil where everything is said already.
  let message: String?

  private static let usage: Int32 = 2
  private static let fault: Int32 = 70

  /// The ending for an error that a command or the parser threw.
  init(_ error: any Error) {
    switch error {
    case let thrown as ExitCode: (code, message) = (thrown.rawValue, nil)
    case let refused as KnowledgeRefused:
      (code, message) = (Self.usage, "marrow: the knowledge cannot be used:\n\(refused.description)")
    case let refused as SettingsRefused:
      (code, message) = (Self.usage, "marrow: the configuration cannot be used:\n\(refused.description)")
    case let failure as StateFailure: (code, message) = (Self.usage, "marrow: \(failure.description)")
    case let failure as ListenFailure: (code, message) = (Self.usage, "marrow: \(failure.description)")
    case let failure as UsageFailure: (code, message) = (Self.usage, "marrow: \(failure.message)")
    case let failure as OutputFailure: (code, message) = (Self.fault, "marrow: \(failure.description)")
    default: (code, message) = Self.parsed(error)
    }
  }

  /// Says it, help and version on standard output and everything else on standard error, and ends the process.
  func leave() -> Never {
    let output = code == 0 ? StandardStream.output : .error
    if let message { try? output.write(message + "\n") }
    exit(code)
  }

  private static func parsed(_ error: any Error) -> (Int32, String) {
    switch Marrow.exitCode(for: error) {
    case .success: (0, Marrow.fullMessage(for: error))
    case .validationFailure: (usage, Marrow.fullMessage(for: error))
    default: (fault, "marrow: this is a fault of the program: \(error)")
    }
  }
}
