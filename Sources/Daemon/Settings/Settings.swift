/// Everything that can be set, with the default of every key. `Config/marrow.yaml` says the same in words.
package struct Settings: Sendable, Equatable {
  /// Where the daemon listens, and whom it believes about addresses.
  package struct Listen: Sendable, Equatable {
    /// Address to bind to.
    package var address = "127.0.0.1"
    /// Port; 0 takes any free one.
    package var port = 8080
    /// URL under which the world reaches the daemon; empty where it is not known.
    package var publicURL = ""
    /// Connections open at once.
    package var connections = 1024
    /// Addresses or networks whose `X-Forwarded-For` is believed.
    package var trustedProxies: [String] = []
    /// Addresses or networks that may read `/metrics` and the details of `/healthz`.
    package var metricsFrom = ["127.0.0.0/8", "::1/128"]
  }

  /// Bounds of a request.
  package struct Limits: Sendable, Equatable {
    /// Bytes of all header fields together.
    package var headerBytes = 16_384
    /// Bytes of a body.
    package var bodyBytes = 262_144
    /// Time for the head of a request, from its first byte to its last.
    package var headerSeconds = 5.0
    /// Time for the body of a request, however slowly it comes.
    package var bodySeconds = 10.0
    /// Time that a connection may be open between two requests.
    package var idleSeconds = 60.0
    /// Time that requests in progress get when the daemon is told to stop.
    package var drainSeconds = 10.0
  }

  /// How much is answered at once.
  package struct Answering: Sendable, Equatable {
    /// Threads that answer; 0 is one a processor.
    package var threads = 0
    /// Questions that may wait for a thread; past them the daemon says 503.
    package var waiting = 64
    /// Answers kept for questions asked again in the same state.
    package var cached = 4096
    /// Conversations that `/v1/ask` keeps in memory; past them the one used longest ago is forgotten.
    package var conversations = 10_000
    /// Region of `safety/contacts.yaml` whose contacts are printed; empty prints those of several.
    package var region = ""
  }

  /// How often somebody may ask. 0 switches a limit off.
  package struct Rates: Sendable, Equatable {
    /// Requests a minute from one address.
    package var addressPerMinute = 600
    /// Questions a minute from one user of one platform.
    package var senderPerMinute = 20
    /// Events a minute from one platform.
    package var platformPerMinute = 6000
  }

  /// Where replies, conversations and seen events are kept.
  package struct Store: Sendable, Equatable {
    /// Folder of the database and of the control socket; empty is `$XDG_STATE_HOME/marrow`.
    package var folder = ""
    /// How long the ids of answered events are remembered.
    package var seenHours = 72.0
  }

  /// How replies are sent.
  package struct Sending: Sendable, Equatable {
    /// Replies sent at once.
    package var concurrency = 32
    /// Time for a connection.
    package var connectSeconds = 3.0
    /// Time for a whole request.
    package var timeoutSeconds = 10.0
    /// A reply that could not be sent for so long is not sent any more.
    package var expireHours = 24.0
    /// A reply that comes later than this says when the question was asked.
    package var lateMinutes = 10.0
  }

  /// What is logged.
  package struct Log: Sendable, Equatable {
    /// Least level that is written.
    package var level = "info"
  }

  /// The web chat and the desk.
  package struct Web: Sendable, Equatable {
    /// False leaves `/` without a page.
    package var chat = true
    /// Origins of pages that may embed the chat.
    package var origins: [String] = []
    /// File with the token of the editor's desk; empty where there is none.
    package var deskTokenFile = ""
    /// Report of `marrow check --json` that the desk shows; empty is `check.json` in the folder of the store.
    package var checkReport = ""
    /// True where the words of questions asked in vain are kept, redacted, in memory.
    package var collectQuestions = false
    /// How long they are kept.
    package var collectDays = 14.0
  }

  package var listen = Listen()
  package var limits = Limits()
  package var answering = Answering()
  package var rates = Rates()
  package var store = Store()
  package var sending = Sending()
  package var log = Log()
  package var web = Web()
  /// Platforms, in the order of the file.
  package var platforms: [PlatformEntry] = []

  /// The settings that hold where nothing is configured.
  package init() {}
}
