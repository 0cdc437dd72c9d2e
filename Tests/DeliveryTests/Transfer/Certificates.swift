import Foundation

/// Certificates for one test.
enum Certificates {
  /// Makes a folder with `certificate.pem`, signed by itself, and `key.pem`.
  ///
  /// - Parameters:
  ///   - names: what it is for, as in subjectAltName.
  ///   - days: how long it is good; negative for one that has run out.
  static func make(names: String, days: Int = 2) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marrow-tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    func path(_ name: String) -> String { folder.appending(path: name).path }
    try Data("subjectAltName=\(names)\n".utf8).write(to: folder.appending(path: "names"))
    try Tool.run(
      "openssl",
      [
        "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=marrow test",
        "-keyout", path("key.pem"), "-out", path("request.pem"),
      ])
    try Tool.run(
      "openssl",
      [
        "x509", "-req", "-in", path("request.pem"), "-signkey", path("key.pem"), "-days", "\(days)",
        "-extfile", path("names"), "-out", path("certificate.pem"),
      ])
    return folder
  }
}
