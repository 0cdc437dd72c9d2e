import OpenBLAS

/// The library that multiplies matrices, set up for one thread.
enum Arithmetic {
  private static let description: String = {
    // One thread: a pass is bound by memory, and sums must not depend on who was free.
    openblas_set_num_threads(1)
    let build = String(cString: openblas_get_config()).split(separator: " ")
    return (build.prefix(2) + [Substring(String(cString: openblas_get_corename()))]).joined(separator: " ")
  }()

  /// Sets the library up, once a process, and names what differs between machines in the last digits: version and processor core.
  static func prepare() -> String { description }
}
