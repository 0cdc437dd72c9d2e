import Foundation

/// Certificates for one test.
enum Certificates {
  /// Makes a folder with `certificate.pem`, signed by itself, and `key.pem`.
  ///
  /// - Parameter names: what it is for, as in subjectAltName.
  static func make(names: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marrow-tls-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Tool.run(
      "openssl",
      [
        "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
        "-subj", "/CN=marrow test", "-addext", "subjectAltName=\(names)", "-keyout", "\(folder.path)/key.pem",
        "-out", "\(folder.path)/certificate.pem",
      ])
    return folder
  }
}
