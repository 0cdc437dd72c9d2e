import Delivery
import Foundation

/// Debian's nginx with HTTP/2 over TLS on a free port of this machine, in a folder of its own.
final class WebServer: Sendable {
  let port: Int
  private let folder: URL
  private let process: Process

  static let isPossible = Tool.path("nginx") != nil && Tool.path("openssl") != nil

  var url: String { "https://127.0.0.1:\(port)/" }
  var trust: CertificateTrust { .authorities(file: folder.appending(path: "certificate.pem").path) }

  static func start() async throws -> WebServer { try await Tool.apart { try WebServer() } }

  private init() throws {
    folder = try Certificates.make(names: "IP:127.0.0.1")
    // nginx takes no port 0: it gets one that was free a moment ago.
    let (listener, port) = try LoopbackServer.listen(address: "127.0.0.1", port: 0, backlog: 1)
    close(listener)
    self.port = port
    let path = folder.path
    try Data(WebServer.configuration(folder: path, port: port).utf8).write(to: folder.appending(path: "conf"))
    process = Process()
    process.executableURL = URL(filePath: Tool.path("nginx") ?? "/usr/sbin/nginx")
    process.arguments = ["-p", path, "-c", "\(path)/conf", "-e", "\(path)/log"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    while process.isRunning, !LoopbackServer.answers(port: port) { sched_yield() }
  }

  func stop() {
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  private static func configuration(folder: String, port: Int) -> String {
    """
    daemon off; master_process off; pid \(folder)/pid; error_log \(folder)/log;
    events { worker_connections 256; }
    http {
      access_log off;
      client_body_temp_path \(folder)/body; proxy_temp_path \(folder)/proxy; fastcgi_temp_path \(folder)/fastcgi;
      uwsgi_temp_path \(folder)/uwsgi; scgi_temp_path \(folder)/scgi;
      keepalive_requests 100000;
      server {
        listen 127.0.0.1:\(port) ssl http2;
        ssl_certificate \(folder)/certificate.pem;
        ssl_certificate_key \(folder)/key.pem;
        add_header X-Protocol $server_protocol always;
        add_header X-Connection $connection always;
        location / { return 200 "ok"; }
      }
    }
    """
  }
}
