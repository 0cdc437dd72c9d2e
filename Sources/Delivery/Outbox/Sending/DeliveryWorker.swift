import Foundation

/// Takes replies from a store, has them sent, and tells the store what became of each.
///
/// One reply of a lane is in flight at a time, so a lane keeps its order. Sending happens outside any transaction; each
/// turn settles what has ended and claims anew in one commit. Decisions are ``DeliveryPolicy``'s.
package final class DeliveryWorker: Sendable {
  private let store: any OutboxStore
  private let sender: any ReplySender
  private let policy: DeliveryPolicy
  private let settings: WorkerSettings
  private let clock: any DeliveryClock
  private let dice: any RandomNumberGenerator & Sendable
  private let observer: any DeliveryObserver
  private let mailbox = WorkerMailbox()

  /// - Parameter dice: for the jitter.
  package init(
    store: any OutboxStore, sender: any ReplySender, policy: DeliveryPolicy = DeliveryPolicy(),
    settings: WorkerSettings = WorkerSettings(), clock: any DeliveryClock,
    dice: any RandomNumberGenerator & Sendable = SystemRandomNumberGenerator(), observer: any DeliveryObserver
  ) {
    self.store = store
    self.sender = sender
    self.policy = policy
    self.settings = settings
    self.clock = clock
    self.dice = dice
    self.observer = observer
  }

  /// Says that there may be something to send: to be called after each replay. Costs a look at the store.
  package func wake() { mailbox.post(.wake) }

  /// Says that replies of an endpoint were queued: to be called after each accept. Costs next to nothing, and a look at the store
  /// only where the endpoint can take more just now.
  package func queued(for endpoint: String) { mailbox.post(.queued([endpoint])) }

  /// Makes ``run()`` take nothing new, wait for what is being sent, and return.
  ///
  /// What is still being sent after `limit` is cancelled and handed back, due at once for the next worker.
  package func stop(within limit: Duration) { mailbox.post(.stop(by: clock.now + limit)) }

  /// Works until ``stop(within:)`` or until its task is cancelled, which is a stop without waiting. To be called once.
  ///
  /// A store that fails is tried again until it works; nothing ends this but a stop.
  package func run() async {
    await withTaskCancellationHandler {
      await withDiscardingTaskGroup { group in await work(&group) }
    } onCancel: {
      mailbox.post(.cancelled)
    }
  }

  private func work(_ group: inout DiscardingTaskGroup) async {
    var dispatcher = Dispatcher(
      policy: policy, settings: settings, dice: dice, at: clock.now)
    var alarm = WorkerAlarm(clock: clock, mailbox: mailbox)
    var events: [WorkerEvent] = [.wake]
    while true {
      alarm.reset(at: clock.now)
      for event in events { dispatcher.handle(event, at: clock.now) }
      if dispatcher.isCutShort { group.cancelAll() }
      if dispatcher.mustTurn(after: events, at: clock.now) { await turn(&dispatcher, &group) }
      if dispatcher.isFinished { break }
      alarm.set(dispatcher.alarm(at: clock.now))
      events = await mailbox.take(ignoring: dispatcher.blocked(at: clock.now))
    }
    await alarm.end()
  }

  /// Settles and claims until there is nothing to settle; replies found too old to send make for another round.
  private func turn(_ dispatcher: inout Dispatcher, _ group: inout DiscardingTaskGroup) async {
    repeat {
      let now = clock.now
      let request = dispatcher.claimRequest(at: now)
      if request == nil && dispatcher.unsettled.isEmpty { break }
      do {
        try await exchange(&dispatcher, claiming: request, &group, at: now)
        dispatcher.storePause = nil
      } catch {
        dispatcher.storeFailed(error)
        await settleOneByOne(&dispatcher, &group, after: error, at: now)
      }
      tell(&dispatcher)
    } while !dispatcher.unsettled.isEmpty && dispatcher.storePause == nil
  }

  private func exchange(
    _ dispatcher: inout Dispatcher, claiming request: ClaimRequest?, _ group: inout DiscardingTaskGroup, at now: Date
  ) async throws(StoreFailure) {
    let settlements = dispatcher.unsettled.map(\.settlement)
    let (results, claimed) = try await store.exchange(settling: settlements, claiming: request, at: now)
    dispatcher.settled(results)
    if request != nil { send(dispatcher.take(claimed, at: now), &group) }
  }

  /// One outcome that the store cannot take, for want of space say, must keep neither the other outcomes nor the other
  /// lanes waiting.
  private func settleOneByOne(
    _ dispatcher: inout Dispatcher, _ group: inout DiscardingTaskGroup, after failure: StoreFailure, at now: Date
  ) async {
    guard failure.mayConcernOneWrite, !dispatcher.unsettled.isEmpty else { return }
    let entries = dispatcher.unsettled
    var stuck: [Dispatcher.Unsettled] = []
    for entry in entries {
      do {
        let (results, _) = try await store.exchange(settling: [entry.settlement], claiming: nil, at: now)
        dispatcher.unsettled = [entry]
        dispatcher.settled(results)
      } catch {
        stuck.append(entry)
      }
    }
    dispatcher.unsettled = stuck
    await claimBesideStuck(&dispatcher, &group, at: now)
  }

  private func claimBesideStuck(
    _ dispatcher: inout Dispatcher, _ group: inout DiscardingTaskGroup, at now: Date
  ) async {
    guard let request = dispatcher.claimRequest(at: now, excludingUnsettled: true) else { return }
    do {
      let (_, claimed) = try await store.exchange(settling: [], claiming: request, at: now)
      send(dispatcher.take(claimed, at: now), &group)
    } catch {
      dispatcher.events.append(.storeFailed(error))
    }
  }

  private func send(_ replies: [LeasedReply], _ group: inout DiscardingTaskGroup) {
    for reply in replies {
      group.addTask { [sender, mailbox] in
        mailbox.post(.ended(reply, await sender.send(reply)))
      }
    }
  }

  private func tell(_ dispatcher: inout Dispatcher) {
    for event in dispatcher.takeEvents() { observer.observe(event) }
  }
}
