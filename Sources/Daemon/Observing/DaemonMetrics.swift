package import Foundation
import NIOConcurrencyHelpers

/// Everything the daemon measures. Labels are names of routes, kinds and configured platforms: nothing that a user sent.
package final class DaemonMetrics: Sendable {
  /// Requests by route and status.
  package let requests = Counter("marrow_http_requests_total", "HTTP requests.", labels: ["route", "status"])
  /// Time from a request's head to its reply, by route.
  package let requestSeconds = Histogram("marrow_http_request_seconds", "Time to a reply.", labels: ["route"])
  /// Answers by what asked, kind and safety class.
  package let questions = Counter(
    "marrow_questions_total", "Questions answered.", labels: ["source", "kind", "safety"])
  /// Parts that were declined, by reason.
  package let unanswered = Counter("marrow_unanswered_total", "Questions declined.", labels: ["reason"])
  /// Time to an answer, waiting included.
  package let answerSeconds = Histogram("marrow_answer_seconds", "Time to an answer, waiting included.")
  /// Answers that were taken from memory.
  package let cacheHits = Counter("marrow_answer_cache_hits_total", "Answers taken from memory.")
  /// Questions that found no free place.
  package let overloaded = Counter("marrow_overloaded_total", "Questions refused because too many waited.")
  /// Knowledge reloads by result.
  package let reloads = Counter("marrow_knowledge_reloads_total", "Knowledge reloads.", labels: ["result"])
  /// Platform events by platform and result.
  package let events = Counter(
    "marrow_platform_events_total", "Platform events.", labels: ["platform", "result"])
  /// Time from an event to its acknowledgement.
  package let acknowledgeSeconds = Histogram(
    "marrow_acknowledge_seconds", "Time from a platform's event to its acknowledgement.", labels: ["platform"])
  /// Sends by platform and result.
  package let sends = Counter("marrow_sends_total", "Attempts to send a reply.", labels: ["platform", "result"])
  /// Time of a send.
  package let sendSeconds = Histogram(
    "marrow_send_seconds", "Time of an attempt to send a reply.", labels: ["platform"])

  /// What became of replies, by platform and result.
  package let deliveries = Counter(
    "marrow_deliveries_total", "What became of replies.", labels: ["platform", "result"])
  /// Time from a question to its delivered reply.
  package let deliverySeconds = Histogram(
    "marrow_delivery_seconds", "Time from an event to its delivered reply.", labels: ["platform"])

  /// What is asked and what in vain, for the editor's desk.
  package let asked: AskedTally
  private let endedByHour = NIOLockedValueBox(HourTally())

  private let gauges = NIOLockedValueBox<[Gauge]>([])

  /// Metrics that all stand at nothing.
  /// - Parameter life: seconds for which words of questions are kept where any are given.
  package init(keepingWordsFor life: Double = 0) { asked = AskedTally(textLife: life) }

  /// Replies that came to an end by the hour, and those of them that died.
  package var ended: HourTally { endedByHour.withLockedValue { $0 } }

  /// Counts a reply that came to an end.
  package func count(isDead: Bool, at now: Date) {
    endedByHour.withLockedValue { $0.add(whole: 1, part: isDead ? 1 : 0, at: now) }
  }

  /// Adds a number that is read when somebody looks.
  package func add(_ gauge: Gauge) { gauges.withLockedValue { $0.append(gauge) } }

  /// All of it as text.
  package var text: String {
    let counters: [any Metric] = [
      requests, requestSeconds, questions, unanswered, answerSeconds, cacheHits, overloaded, reloads, events,
      acknowledgeSeconds, sends, sendSeconds, deliveries, deliverySeconds,
    ]
    var text = ""
    for metric in counters + gauges.withLockedValue({ $0 }) { metric.write(to: &text) }
    return text
  }
}
