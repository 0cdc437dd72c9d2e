import Foundation

/// A file that pages load: style, script or picture. It is part of the program.
struct WebAsset: Sendable {
  /// Its name, such as `chat.css`.
  let name: String
  /// Its media type.
  let type: String
  /// Its bytes.
  let body: Data

  /// Everything that pages load.
  static let all: [WebAsset] = [
    WebAsset(name: "answer.js", type: script, body: Data(PackageResources.answer_js)),
    WebAsset(name: "ask.js", type: script, body: Data(PackageResources.ask_js)),
    WebAsset(name: "chat.js", type: script, body: Data(PackageResources.chat_js)),
    WebAsset(name: "icon.svg", type: "image/svg+xml", body: Data(PackageResources.icon_svg)),
    WebAsset(name: "page.css", type: "text/css; charset=utf-8", body: Data(PackageResources.page_css)),
  ]

  /// The script that puts the chat on a page of another origin.
  static let embedding = WebAsset(name: "embed.js", type: script, body: Data(PackageResources.embed_js))

  private static let script = "text/javascript; charset=utf-8"

  /// One name for all of them together. It stands in their address, so that they can be kept for ever and a new program
  /// is never shown with an old style.
  static let version = ContentDigest.hex(of: all.reduce(into: Data()) { $0.append($1.body) })

  /// The address of an asset.
  static func path(_ name: String) -> String { "/assets/\(version)/\(name)" }
}
