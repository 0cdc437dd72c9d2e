import Foundation

/// A finished run of the program.
struct Run {
  /// Exit code.
  let code: Int32
  /// Bytes of standard output.
  let output: Data
  /// Standard error.
  let errors: String

  /// Standard output as text.
  var text: String { String(decoding: output, as: UTF8.self) }
  /// Lines of standard output.
  var lines: [String] { text.split(separator: "\n").map(String.init) }

  /// Runs the program to its end.
  /// - Throws: where the program cannot be started.
  static func finished(
    _ arguments: [String], input: String, environment: [String: String] = [:]
  ) throws -> Run {
    try finished(arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs the program to its end.
  /// - Throws: where the program cannot be started.
  static func finished(
    _ arguments: [String], input: Data = Data(), environment: [String: String] = [:], output path: String? = nil,
    prepared: Bool = true
  ) throws -> Run {
    if prepared { Product.prepare() }
    let folder = try TemporaryFolder()
    let (standardInput, output, errors) = (folder.path("in"), path ?? folder.path("out"), folder.path("err"))
    try input.write(to: URL(fileURLWithPath: standardInput))
    let child = try Child.start(arguments, environment: Product.environment(adding: environment)) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, standardInput, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT, 0o600)
    }
    let code = child.wait()
    let written = path == nil ? try Data(contentsOf: URL(fileURLWithPath: output)) : Data()
    return Run(code: code, output: written, errors: try String(contentsOfFile: errors, encoding: .utf8))
  }
}
