import Chat
import Daemon
import Foundation
import Testing

/// A daemon behind the homeserver's passage, and a person in a room with its bot.
struct MatrixScene {
  let homeserver: Homeserver
  let daemon: RunningDaemon
  let person: MatrixPerson
  let room: String

  /// Runs `body` with a daemon whose bot was invited and has joined.
  static func use(guests: [MatrixPerson] = [], _ body: (MatrixScene) async throws -> Void) async throws {
    let homeserver = try await Homeserver.shared.value
    try await RunningDaemon.use(platforms: [plan(homeserver.settings)], { $0.rates.senderPerMinute = 0 }) { daemon in
      try await led(homeserver, to: daemon.address.url) {
        let person = try await homeserver.person()
        let room = try await person.room(with: [homeserver.bot] + guests.map(\.id))
        for guest in guests { try await guest.join(room) }
        let scene = MatrixScene(homeserver: homeserver, daemon: daemon, person: person, room: room)
        try await scene.joined()
        try await body(scene)
      }
    }
  }

  /// Runs `body` while the homeserver reaches a daemon at `url`.
  static func led(_ homeserver: Homeserver, to url: String, _ body: () async throws -> Void) async throws {
    homeserver.outward.lead(to: homeserver.url)
    homeserver.inward.lead(to: url)
    do {
      try await body()
      homeserver.inward.lead(to: nil)
    } catch {
      homeserver.inward.lead(to: nil)
      throw error
    }
  }

  /// What a daemon needs to serve a bot.
  static func plan(_ settings: PlatformSettings) -> PlatformPlan {
    PlatformPlan(settings: settings, privateHosts: ["127.0.0.1"])
  }

  /// Waits until the bot is in the room and the homeserver has told it so, behind which it has nothing more to tell.
  func joined() async throws {
    let bot = homeserver.bot
    let events = try await person.events(in: room) { $0.contains { $0.isJoin(of: bot) } }
    await pushed(try #require(events.last { $0.isJoin(of: bot) }).event_id)
  }

  /// Waits until the daemon has accepted a transaction with an event.
  func pushed(_ event: String) async {
    await homeserver.inward.wait { $0.contains { $0.status == 200 && $0.text.contains(event) } }
  }

  /// The bot's messages in the room, once there are so many.
  func answers(_ count: Int, by user: String? = nil) async throws -> [MatrixPerson.Event] {
    let user = user ?? homeserver.bot
    func isAnswer(_ event: MatrixPerson.Event) -> Bool {
      event.sender == user && event.type == "m.room.message" && event.content.msgtype == "m.notice"
    }
    return try await person.events(in: room) { $0.count(where: isAnswer) >= count }.filter(isAnswer)
  }

  /// The questions whose threads the bot's messages hang on, once there are so many.
  func answered(_ count: Int) async throws -> [String?] {
    try await answers(count).map(\.content.relation?.event_id)
  }
}
