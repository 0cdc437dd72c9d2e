import Foundation

/// A server in a process of its own, and what it has used so far.
final class Served {
  /// Where it listens.
  let port: Int
  private let process = Process()
  /// Ends when this process does, however it does.
  private let lifeline = Pipe()

  /// Starts a program that prints its port first; by default this one.
  init(_ arguments: [String], program: URL? = nil) throws {
    let output = Pipe()
    process.executableURL = program ?? URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    process.arguments = arguments
    process.standardOutput = output
    process.standardInput = lifeline
    process.standardError = FileHandle.nullDevice
    try process.run()
    var text = ""
    while !text.contains("\n") {
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { throw BenchFailure.noServer(arguments.joined(separator: " ")) }
      text += String(decoding: data, as: UTF8.self)
    }
    guard let port = text.split(separator: "\n").first.flatMap({ Int($0) }) else {
      throw BenchFailure.noServer(arguments.joined(separator: " "))
    }
    self.port = port
  }

  /// Tells whoever started this process that it is ready, and ends it when he does.
  static func say(port: Int) {
    FileHandle.standardOutput.write(Data("\(port)\n".utf8))
    Thread.detachNewThread {
      _ = try? FileHandle.standardInput.readToEnd()
      exit(0)
    }
  }

  /// Seconds of any processor.
  var cpuSeconds: Double {
    let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)) ?? ""
    // The program's name, in brackets, may hold blanks.
    let fields = text.split(separator: ")").last?.split(separator: " ").compactMap { Double($0) } ?? []
    guard fields.count > 12 else { return 0 }
    // The first of the numbers behind the name is the parent: user and system time are the 11th and 12th of them.
    return (fields[10] + fields[11]) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// Resident memory in megabytes.
  var residentMegabytes: Double {
    let text = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/statm", encoding: .utf8)) ?? ""
    let pages = text.split(separator: " ").dropFirst().first.flatMap { Double($0) } ?? 0
    return pages * Double(sysconf(Int32(_SC_PAGESIZE))) / 1e6
  }

  /// Stops it and waits until it is gone.
  func stop() {
    process.terminate()
    process.waitUntilExit()
  }
}
