import Foundation
import Glibc

/// A port of this machine that takes no connection and refuses none: its queue is full, so the system drops what comes.
final class BlackHole {
  let port: Int
  private var sockets: [Int32]

  init() throws {
    let (listener, port) = try LoopbackServer.listen(address: "127.0.0.1", port: 0, backlog: 0)
    self.port = port
    sockets = [listener]
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
    for _ in 0..<4 {
      let filler = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue), 0)
      withUnsafePointer(to: place) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          _ = connect(filler, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
      sockets.append(filler)
    }
  }

  func close() {
    for socket in sockets { Glibc.close(socket) }
    sockets = []
  }
}
