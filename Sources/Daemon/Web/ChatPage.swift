import Knowledge

/// The page of the chat. What it speaks of comes from the knowledge; it works while none is loaded yet.
struct ChatPage: Sendable {
  /// What pages are made from.
  let content: PageContent
  /// True for the page that other pages frame.
  var isEmbedded = false
  /// True where the words of questions that cannot be answered are kept.
  var isCollecting = false

  /// The page.
  var html: HTML {
    let links: HTML = isEmbedded ? "" : "<a href=\"/topics\">Topics</a>"
    return PageFrame(
      title: "Marrow: questions about \(content.subjects)", head: head,
      navigation: "\(links)<button type=\"button\" class=\"quiet\" id=\"start-again\">Start again</button>",
      bodyClass: isEmbedded ? "embedded" : "", skip: ("question", "Skip to your question"),
      emergency: content.emergency, namesPage: true
    ).page(body)
  }

  private var head: HTML {
    """
    <meta name="description" content="Answers to questions about \(content.subjects), from checked documents only.">
    <meta name="telephone-numbers" content="\(content.telephone.numbers.joined(separator: ","))">
    <meta name="format-detection" content="telephone=no">
    <script type="module" src="\(WebAsset.path("chat.js"))"></script>

    """
  }

  private var body: HTML {
    """
    <main id="main" class="wide">
    \(welcome)
    <div id="log" class="log" role="log" aria-label="Conversation" aria-live="polite" aria-relevant="additions"></div>
    <noscript><p class="notice">The chat needs JavaScript. Everything it knows can also be read under <a href="/topics">Topics</a>.</p></noscript>
    </main>
    <form id="composer" class="composer" novalidate>
    <div class="wide">
    <div id="trouble" class="trouble" role="status"></div>
    <label for="question">Your question</label>
    <div class="row">
    <textarea id="question" name="question" rows="1" autocomplete="off" enterkeyhint="send" aria-describedby="about"></textarea>
    <button id="send" class="send">Ask</button>
    </div>
    <p class="small" id="about">A program, not a doctor. \(keeping)</p>
    <p class="unseen" id="status" role="status"></p>
    </div>
    </form>
    """
  }

  private var keeping: HTML {
    isCollecting
      ? "Questions it cannot answer are kept for a while, without names or numbers, for its editors."
      : "It keeps nothing you type."
  }

  private var welcome: HTML {
    """
    <section id="welcome" class="welcome" aria-labelledby="welcome-title">
    <h2 id="welcome-title">What would you like to know?</h2>
    <p>Ask in your own words about \(content.subjects). Answers come only from checked documents and name their source. What those do not say, you will be told so.</p>
    \(starters)
    </section>
    """
  }

  private var starters: HTML {
    guard !content.starters.isEmpty else { return "" }
    let items = content.starters.map { section -> HTML in
      "<li><button type=\"button\" class=\"choice\">\(section.title)</button></li>"
    }
    return "<ul class=\"choices\" aria-label=\"Questions to begin with\">\(items)</ul>"
  }
}
