import Foundation

/// Wakes a worker at a time that may be moved.
///
/// Holds the one task of a worker that is not a child of its group, because a child cannot be cancelled alone; the
/// worker ends it before its own end.
struct WorkerAlarm {
  let clock: any DeliveryClock
  let mailbox: WorkerMailbox
  private var date: Date?
  private var task: Task<Void, Never>?

  init(clock: any DeliveryClock, mailbox: WorkerMailbox) {
    self.clock = clock
    self.mailbox = mailbox
  }

  /// Wakes at `date` instead of what was set before.
  mutating func set(_ date: Date) {
    if date == self.date { return }
    task?.cancel()
    self.date = date
    task = Task { [clock, mailbox] in
      do { try await clock.sleep(until: date) } catch { return }
      mailbox.post(.wake)
    }
  }

  /// To be called whenever the worker woke: an alarm that rang can be set to the same time again.
  mutating func reset(at now: Date) {
    if let date, date <= now { self.date = nil }
  }

  mutating func end() async {
    task?.cancel()
    await task?.value
    task = nil
  }
}
