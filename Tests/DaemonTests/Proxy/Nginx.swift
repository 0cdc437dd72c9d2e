import Daemon
import Foundation

/// Debian's nginx with the shipped configuration, changed only where a test must: ports, certificate and place.
enum Nginx {
  private static let binary = "/usr/sbin/nginx"

  /// True where nginx is there.
  static var isInstalled: Bool { FileManager.default.isExecutableFile(atPath: binary) }

  /// nginx did not start.
  struct Failure: Error {
    /// What it said.
    let text: String
  }

  /// Runs nginx in front of a daemon and hands its port to `body`.
  static func use(daemonPort: Int, _ body: (Int) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-nginx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let port = FreePort.any()
    let file = folder.appendingPathComponent("nginx.conf")
    try configuration(daemonPort: daemonPort, port: port, folder: folder).write(
      to: file, atomically: true, encoding: .utf8)
    let log = folder.appendingPathComponent("error.log")
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: "/dev/null"))
    let process = try Spawned(
      binary, ["-c", file.path, "-p", folder.path, "-e", log.path], environment: ["PATH": "/usr/bin:/bin"],
      output: output.fileDescriptor, errors: output.fileDescriptor)
    do {
      try await body(started(port, log: log))
    } catch {
      process.signal(SIGTERM)
      _ = await process.ended()
      throw error
    }
    process.signal(SIGTERM)
    _ = await process.ended()
  }

  /// The shipped configuration with the server for plain HTTP left out and the other one without TLS.
  private static func configuration(daemonPort: Int, port: Int, folder: URL) throws -> String {
    let shipped = try String(contentsOf: Repository.url.appendingPathComponent("Config/nginx.conf"), encoding: .utf8)
    var text = shipped.replacing("127.0.0.1:8080", with: "127.0.0.1:\(daemonPort)")
      .replacing("listen 443 ssl http2;", with: "listen 127.0.0.1:\(port);")
    if let start = text.range(of: "server {\n  listen 80;"), let end = text[start.lowerBound...].range(of: "}\n") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    text = text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("ssl_") }
      .joined(separator: "\n")
    return """
      daemon off;
      master_process off;
      pid \(folder.path)/nginx.pid;
      events {}
      http {
        client_body_temp_path \(folder.path)/body;
        proxy_temp_path \(folder.path)/proxy;
        fastcgi_temp_path \(folder.path)/fastcgi;
        uwsgi_temp_path \(folder.path)/uwsgi;
        scgi_temp_path \(folder.path)/scgi;
      \(text)
      }
      """
  }

  /// The port, once it is listened on.
  private static func started(_ port: Int, log: URL) async throws -> Int {
    let request = "GET /readyz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    while await RawConnection.exchange([request], port: port) == "no connection" {
      let said = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
      guard !said.contains("[emerg]") else { throw Failure(text: said) }
      await Task.yield()
    }
    return port
  }
}
