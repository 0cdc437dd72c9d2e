/// An engine that is measured.
package enum Engine: String, CaseIterable, Sendable, Codable {
  case bm25
  case svm
  case nearest
  case regression
  case lexical
  case full

  /// What tables call it.
  package var title: String {
    switch self {
    case .bm25: "BM25 (SQLite FTS5)"
    case .svm: "TF-IDF, linear SVM (scikit-learn)"
    case .nearest: "MiniLM, nearest question (sentence-transformers)"
    case .regression: "MiniLM, logistic regression (sentence-transformers)"
    case .lexical: "Marrow, words alone"
    case .full: "Marrow, with the encoder"
    }
  }

  /// True for Marrow itself.
  package var isMarrow: Bool { self == .lexical || self == .full }

  /// Those that are not Marrow.
  package static var peers: [Engine] { allCases.filter { !$0.isMarrow } }
}
