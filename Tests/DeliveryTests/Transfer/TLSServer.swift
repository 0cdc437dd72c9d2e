import Delivery
import Foundation

/// An HTTPS server on this machine with a certificate made for the test. Needs `openssl` and `python3`.
final class TLSServer: Sendable {
  let port: Int
  let host: String
  let folder: URL
  private let process: Process

  static let isPossible = Tool.path("openssl") != nil && Tool.path("python3") != nil

  var url: String { "https://\(host):\(port)/" }
  /// The server's own certificate as the only authority.
  var trust: CertificateTrust { .authorities(file: folder.appending(path: "certificate.pem").path) }

  /// Starts the server, for requests to `host`.
  ///
  /// - Parameters:
  ///   - names: what the certificate is for, as in subjectAltName.
  ///   - days: how long the certificate is good; negative for one that has run out.
  ///   - tls: the newest version that the server speaks.
  static func start(
    host: String, names: String = "IP:127.0.0.1,DNS:localhost", days: Int = 2, tls: String = "TLSv1_3"
  ) async throws -> TLSServer {
    try await Tool.apart {
      try TLSServer(host: host, folder: Certificates.make(names: names, days: days), tls: tls)
    }
  }

  private init(host: String, folder: URL, tls: String) throws {
    self.host = host
    self.folder = folder
    let output = Pipe()
    process = Process()
    process.executableURL = URL(filePath: Tool.path("python3") ?? "/usr/bin/python3")
    process.arguments = ["-c", TLSServer.script, folder.path, tls]
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)) else {
      throw CocoaError(.fileReadUnknown)
    }
    self.port = port
  }

  func stop() {
    // A process that a task starts is deaf to gentler signals, since the pool's threads block them.
    kill(process.processIdentifier, SIGKILL)
    try? FileManager.default.removeItem(at: folder)
  }

  private static let script = """
    import http.server, ssl, sys
    class Handler(http.server.BaseHTTPRequestHandler):
      protocol_version = "HTTP/1.1"
      def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
      def log_message(self, *arguments): pass
    class Server(http.server.ThreadingHTTPServer):
      def handle_error(self, request, address): pass
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1
    context.maximum_version = getattr(ssl.TLSVersion, sys.argv[2])
    context.set_ciphers("ALL:@SECLEVEL=0")
    context.load_cert_chain(sys.argv[1] + "/certificate.pem", sys.argv[1] + "/key.pem")
    server = Server(("127.0.0.1", 0), Handler)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    print(server.server_port, flush=True)
    server.serve_forever()
    """
}
