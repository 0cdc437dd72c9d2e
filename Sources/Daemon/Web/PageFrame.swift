/// What every page has around its own words: language, title, style and the line for emergencies.
struct PageFrame: Sendable {
  /// Title of the window.
  let title: String
  /// Words for the head beside style and title.
  var head: HTML = ""
  /// Links and buttons beside the name.
  let navigation: HTML
  /// Class of the body.
  var bodyClass = ""
  /// Where "skip" leads, and what it says.
  var skip: (target: String, words: String) = ("main", "Skip to the text")
  /// The line for emergencies, numbers linked.
  let emergency: HTML
  /// True where the page's own name is its first heading, as in the chat.
  var namesPage = false

  /// The page with a body between its head and its end.
  func page(_ body: HTML) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <link rel="icon" href="\(WebAsset.path("icon.svg"))" type="image/svg+xml">
    <link rel="stylesheet" href="\(WebAsset.path("page.css"))">
    \(head)</head>
    <body class="\(bodyClass)">
    <a class="skip unseen" href="#\(skip.target)">\(skip.words)</a>
    <header class="head">
    <div class="wide">\(brand)<nav aria-label="Pages">\(navigation)</nav></div>
    </header>
    <aside class="emergency" aria-label="Emergencies"><p class="wide" id="emergency"><strong>In an emergency,</strong> call \(emergency).</p></aside>
    \(body)
    </body>
    </html>

    """
  }

  private var brand: HTML {
    let name: HTML = "<img src=\"\(WebAsset.path("icon.svg"))\" alt=\"\" width=\"32\" height=\"32\">Marrow"
    return namesPage ? "<h1 class=\"brand\">\(name)</h1>" : "<p class=\"brand\">\(name)</p>"
  }
}
