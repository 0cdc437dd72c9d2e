extension SettingKey {
  /// Every key but those of platforms, in the order of the file.
  package static let all: [SettingKey] =
    listening + limiting + answering + rates + keeping + sending + [
      .text("log.level", \.log.level, "trace, debug, info, notice, warning or error") { levels.contains($0) },
      .flag("web.chat", \.web.chat),
      .list("web.origins", \.web.origins, "origins such as https://clinic.example") { isOrigin($0) },
      .text("web.desk_token_file", \.web.deskTokenFile, "a file, or nothing"),
      .text("web.check_report", \.web.checkReport, "a file, or nothing for check.json in the store's folder"),
      .flag("web.collect_questions", \.web.collectQuestions),
      .amount("web.collect_days", \.web.collectDays, "days", 1...90),
    ]

  private static let levels: Set<String> = ["trace", "debug", "info", "notice", "warning", "error"]

  private static let listening: [SettingKey] = [
    .text("listen.address", \.listen.address, "an IP address or a host name") { !$0.isEmpty },
    .count("listen.port", \.listen.port, "port", 0...65_535),
    .text("listen.public_url", \.listen.publicURL, "a URL such as https://bot.clinic.example, or nothing") {
      $0.isEmpty || isOrigin($0.hasSuffix("/") ? String($0.dropLast()) : $0)
    },
    .count("listen.connections", \.listen.connections, "connections", 1...65_536),
    .list("listen.trusted_proxies", \.listen.trustedProxies, "addresses or networks such as 10.0.0.0/8") {
      AddressNetwork($0) != nil
    },
    .list("listen.metrics_from", \.listen.metricsFrom, "addresses or networks such as 10.0.0.0/8") {
      AddressNetwork($0) != nil
    },
  ]

  private static let limiting: [SettingKey] = [
    .count("limits.header_bytes", \.limits.headerBytes, "bytes", 1024...65_536),
    .count("limits.body_bytes", \.limits.bodyBytes, "bytes", 1024...16_777_216),
    .amount("limits.header_seconds", \.limits.headerSeconds, "seconds", 0.1...60),
    .amount("limits.body_seconds", \.limits.bodySeconds, "seconds", 0.1...120),
    .amount("limits.idle_seconds", \.limits.idleSeconds, "seconds", 0.1...3600),
    .amount("limits.drain_seconds", \.limits.drainSeconds, "seconds", 0.1...300),
  ]

  private static let answering: [SettingKey] = [
    .count("answering.threads", \.answering.threads, "threads", 0...256),
    .count("answering.waiting", \.answering.waiting, "questions", 0...100_000),
    .count("answering.cached", \.answering.cached, "answers", 0...1_000_000),
    .count("answering.conversations", \.answering.conversations, "conversations", 1...10_000_000),
    .text("answering.region", \.answering.region, "a region of safety/contacts.yaml, or nothing"),
  ]

  private static let rates: [SettingKey] = [
    .count("rates.address_per_minute", \.rates.addressPerMinute, "requests a minute", 0...1_000_000_000),
    .count("rates.sender_per_minute", \.rates.senderPerMinute, "questions a minute", 0...1_000_000_000),
    .count("rates.platform_per_minute", \.rates.platformPerMinute, "events a minute", 0...1_000_000_000),
  ]

  private static let keeping: [SettingKey] = [
    .text("store.folder", \.store.folder, "a folder, or nothing for $XDG_STATE_HOME/marrow"),
    .amount("store.seen_hours", \.store.seenHours, "hours", 72...8760),
  ]

  private static let sending: [SettingKey] = [
    .count("sending.concurrency", \.sending.concurrency, "replies", 1...1024),
    .amount("sending.connect_seconds", \.sending.connectSeconds, "seconds", 0.1...60),
    .amount("sending.timeout_seconds", \.sending.timeoutSeconds, "seconds", 0.1...300),
    .amount("sending.expire_hours", \.sending.expireHours, "hours", 0.01...168),
    .amount("sending.late_minutes", \.sending.lateMinutes, "minutes", 0.01...1440),
  ]

  private static func isOrigin(_ text: String) -> Bool {
    let scheme = ["https://", "http://"].first { text.hasPrefix($0) }
    guard let scheme else { return false }
    let host = text.dropFirst(scheme.count)
    return !host.isEmpty && host.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || ".-:[]".contains($0)) }
  }
}
