import Delivery
import Foundation

/// Works on a store in a process of its own: to be killed by tests, to meet a disk that fails, and to be measured.
///
/// `outbox-probe work FOLDER COUNT...` accepts and sends until it is killed, each lane going on at its count;
/// `outbox-probe disk FOLDER` and `outbox-probe readonly FOLDER` tell what failures look like; `outbox-probe measure
/// FOLDER` prints how much goes through in a second.
@main
struct OutboxProbe {
  static func main() async {
    let arguments = Array(CommandLine.arguments.dropFirst())
    guard arguments.count >= 2 else { return usage() }
    let folder = URL(filePath: arguments[1])
    do {
      switch arguments[0] {
      case "work": try await Work(folder: folder, counts: arguments.dropFirst(2).compactMap { Int($0) }).run()
      case "disk": try await FailingDisk(folder: folder).run()
      case "readonly": try await ReadOnlyFolder(folder: folder).run()
      case "measure": try await Measurement(folder: folder).run()
      default: usage()
      }
    } catch {
      say("error \(error)")
      exit(1)
    }
  }

  private static func usage() {
    say("usage: outbox-probe work|disk|readonly|measure FOLDER [COUNT...]")
    exit(64)
  }
}
