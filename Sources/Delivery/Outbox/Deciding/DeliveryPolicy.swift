package import Foundation

/// Decides what happens to a reply. Pure: the same reply, outcome, time and dice give the same step.
package struct DeliveryPolicy: Sendable, Equatable {
  package var schedule: RetrySchedule
  /// An answer older than this says when its question was asked.
  package var lateAfter: Duration
  /// Claims in a row without a known outcome after which the reply itself is suspected of ending the process.
  package var mostUnsettled: Int
  /// A wait a platform asks for is spread by up to this share of it beyond what was asked, never before.
  package var retryAfterJitter: Double

  package init(
    schedule: RetrySchedule = .standard, lateAfter: Duration = .seconds(600), mostUnsettled: Int = 10,
    retryAfterJitter: Double = 0.05
  ) {
    self.schedule = schedule
    self.lateAfter = lateAfter
    self.mostUnsettled = mostUnsettled
    self.retryAfterJitter = max(0, retryAfterJitter)
  }

  /// Whether a claimed reply must not be sent at all; nil when it is to be sent.
  package func stepBeforeSending(_ reply: LeasedReply, at now: Date) -> DeliveryStep? {
    if reply.expiresAt <= now { return .dead(.expired, reason: "") }
    if reply.unsettled >= mostUnsettled {
      return .dead(.abandoned, reason: "the process ended \(reply.unsettled) times while sending it")
    }
    return nil
  }

  /// When the question was asked, if that is long enough ago for the reply to say so.
  package func lateSince(_ reply: LeasedReply, at now: Date) -> Date? {
    now.timeIntervalSince(reply.askedAt) > lateAfter.seconds ? reply.askedAt : nil
  }

  /// What an attempt's outcome means for the reply.
  ///
  /// A wait the platform asked for is never cut short: one that reaches beyond the reply's expiry makes it a dead letter
  /// at once, so that the lane goes on. A wait of the schedule that does so ends it in the same way.
  package func step(
    for reply: LeasedReply, after outcome: SendOutcome, at now: Date, dice: inout some RandomNumberGenerator
  ) -> DeliveryStep {
    switch outcome {
    case .delivered(let receipt): .delivered(receipt: receipt)
    case .gone(let reason): .dead(.gone, reason: reason)
    case .refused(let reason): .dead(.refused, reason: reason)
    case .retry(let after, let reason): retry(reply, asked: after, reason: reason, at: now, dice: &dice)
    }
  }

  private func retry(
    _ reply: LeasedReply, asked: Duration?, reason: String, at now: Date, dice: inout some RandomNumberGenerator
  ) -> DeliveryStep {
    guard let planned = schedule.wait(after: reply.attempts + 1, dice: &dice) else {
      return .dead(.exhausted, reason: reason)
    }
    let due = now + max(planned, wait(asked, dice: &dice))
    return due < reply.expiresAt ? .retry(at: due, reason: reason) : .dead(.expired, reason: reason)
  }

  private func wait(_ asked: Duration?, dice: inout some RandomNumberGenerator) -> Duration {
    guard let asked, asked > .zero else { return .zero }
    // A year is beyond any reply's expiry, and keeps absurd figures from overflowing.
    let bounded = min(asked, .seconds(365 * 24 * 3600))
    return bounded * Double.random(in: 1...1 + retryAfterJitter, using: &dice)
  }
}
