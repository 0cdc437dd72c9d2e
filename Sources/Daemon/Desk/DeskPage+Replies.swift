import Delivery
import Foundation

extension DeskPage {
  /// Replies to chat platforms: how they went, what waits, and what could not be delivered.
  var replies: HTML {
    guard let letters, let census else { return section("letters", "Replies", "<p>No platform is configured.</p>") }
    let oldest = census.oldestPending.map { ", the oldest since \(Self.moment($0))" } ?? ""
    let items = letters.map(Self.item)
    let list: HTML = items.isEmpty ? "" : "<ol class=\"misses\">\(items)</ol>"
    return section(
      "letters", "Replies",
      """
      \(hourly("Replies an hour in the last two days, and those that died", ended, part: "of them dead"))
      \(BarChart.times("Time from a question to its delivered reply", times.deliveries).html)
      <p>\(String(census.pending)) replies wait\(oldest). \(String(census.deadLetters)) could not be delivered.</p>
      \(list)
      """)
  }

  private static func item(_ letter: DeadLetter) -> HTML {
    let id = String(letter.id.number)
    let again: HTML =
      letter.isWiped
      ? ""
      : """
      <form method="post" action="/desk/replay"><input type="hidden" name="id" value="\(id)">\
      <button class="choice">Send reply \(id) again</button></form>
      """
    return """
      <li><p>\(id): \(letter.platform), \(letter.cause.rawValue), \(letter.reason), \(String(letter.attempts)) attempts, asked \
      \(moment(letter.askedAt))</p>\(again)</li>
      """
  }
}
