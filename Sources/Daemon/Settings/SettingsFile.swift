import Yams

/// A configuration file as a flat list of paths and values, and its platforms.
struct SettingsFile {
  /// One key that the file states.
  struct Entry {
    /// Path with dots.
    let path: String
    /// Its value.
    let value: SettingValue
    /// File and line.
    let place: SettingPlace
  }

  /// Longest file, in bytes.
  static let limit = 1 << 20

  private(set) var entries: [Entry] = []
  private(set) var platforms: [PlatformEntry] = []
  private var problems: [String] = []
  private let name: String

  /// Reads a file's text.
  /// - Throws: ``SettingsRefused`` where it is no YAML, too large, or a platform's entry cannot be used.
  init(_ text: String, name: String) throws(SettingsRefused) {
    self.name = name
    guard text.utf8.count <= Self.limit else { throw SettingsRefused(["\(name): is larger than \(Self.limit) bytes"]) }
    let root: Node?
    do { root = try compose(yaml: text) } catch {
      throw SettingsRefused(["\(name): is not valid YAML: \(error)"])
    }
    guard let root, root.null == nil else { return }
    guard let mapping = root.mapping else { throw SettingsRefused(["\(name): expected keys and values"]) }
    read(mapping, below: "")
    guard problems.isEmpty else { throw SettingsRefused(problems) }
  }

  private mutating func read(_ mapping: Node.Mapping, below path: String) {
    for (key, value) in mapping {
      let full = path + (key.string ?? "?")
      if full == "platforms" {
        readPlatforms(value)
      } else if let inner = value.mapping {
        read(inner, below: full + ".")
      } else if let value = Self.value(value) {
        entries.append(Entry(path: full, value: value, place: place(key)))
      } else {
        problems.append("\(place(key)): \(full): expected a value or a list of values")
      }
    }
  }

  private mutating func readPlatforms(_ node: Node) {
    if node.null != nil { return }
    guard let items = node.sequence else {
      problems.append("\(place(node)): platforms: expected a list of platforms")
      return
    }
    for item in items {
      if let entry = platform(item) { platforms.append(entry) }
    }
  }

  private mutating func platform(_ node: Node) -> PlatformEntry? {
    guard let mapping = node.mapping else {
      problems.append("\(place(node)): platforms: expected name, kind and the platform's keys")
      return nil
    }
    let values = mapping.compactMap { key, value in Self.value(value).map { (key.string ?? "?", $0) } }
    let fields = Dictionary(values, uniquingKeysWith: { first, _ in first })
    guard fields.count == mapping.count else {
      problems.append("\(place(node)): platforms: every key of a platform takes one value or a list of values")
      return nil
    }
    guard let name = (try? fields["name"]?.text()), Self.isName(name) else {
      problems.append("\(place(node)): platforms.name: expected letters, digits and -, at most 64")
      return nil
    }
    guard let kind = (try? fields["kind"]?.text()), !kind.isEmpty else {
      problems.append("\(place(node)): platforms.kind: is missing; name the platform, for instance slack")
      return nil
    }
    return entry(name: name, kind: kind, fields: fields, at: place(node))
  }

  private func entry(
    name: String, kind: String, fields: [String: SettingValue], at place: SettingPlace
  ) -> PlatformEntry {
    var entry = PlatformEntry(name: name, kind: kind)
    entry.place = place
    for (key, value) in fields where key != "name" && key != "kind" {
      if key == "private_hosts" {
        entry.privateHosts = value.texts
      } else if key.hasSuffix("_file") {
        entry.secretFiles[String(key.dropLast("_file".count))] = Self.joined(value)
      } else {
        entry.options[key] = Self.joined(value)
      }
    }
    return entry
  }

  /// One value as it is written, several with commas between.
  private static func joined(_ value: SettingValue) -> String {
    switch value {
    case .scalar(let text): text
    case .list(let items): items.joined(separator: ",")
    }
  }

  private func place(_ node: Node) -> SettingPlace { .file(name, line: node.mark?.line) }

  private static func value(_ node: Node) -> SettingValue? {
    if node.null != nil { return .scalar("") }
    if let scalar = node.scalar { return .scalar(scalar.string) }
    guard let items = node.sequence else { return nil }
    let texts = items.compactMap { $0.scalar?.string }
    return texts.count == items.count ? .list(texts) : nil
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 64
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x2D
      }
  }
}
