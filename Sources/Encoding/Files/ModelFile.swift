/// One of the two files that the encoder reads, accepted only with its published digest.
package enum ModelFile: CaseIterable, Sendable {
  case weights
  case tokenizer

  /// Its name in the model folder.
  package var name: String {
    switch self {
    case .weights: "model.safetensors"
    case .tokenizer: "tokenizer.json"
    }
  }

  /// Bytes of the published file.
  package var size: Int {
    switch self {
    case .weights: 90_868_376
    case .tokenizer: 466_247
    }
  }

  /// SHA-256 of the published file, in hexadecimal. Config/fetch-model.sh has the same two lines.
  package var digest: String {
    switch self {
    case .weights: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    case .tokenizer: "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
    }
  }
}
