package import Foundation

/// Where a store is and what bounds it has.
package struct StoreSettings: Sendable {
  /// The database file. Its folder must exist; beside it come `-wal`, `-shm` and `.lock`.
  package var file: URL
  /// How long a lock of another process is waited for.
  package var busyTimeout: Duration = .seconds(2)
  /// Writes waiting for a commit, at most; more are refused as ``StoreFailure/overloaded``.
  package var longestQueue = 4096
  /// A question that comes sooner than this after the last commit began waits that long for others to share the next one:
  /// a commit costs about as much as ten questions in it. What a worker settles and claims never waits.
  package var commitInterval: Duration = .milliseconds(5)
  /// Writes in one commit, at most.
  package var largestCommit = 256
  /// The database file, at most, in bytes; beyond it ``StoreFailure/full``.
  package var largestFile = 1 << 30
  /// How long a conversation's state is kept after its last message.
  package var conversationLife: Duration = .seconds(24 * 3600)
  /// How long the text and address of a dead letter are kept.
  package var deadTextLife: Duration = .seconds(24 * 3600)
  /// How long a dead letter itself is kept.
  package var deadLetterLife: Duration = .seconds(30 * 24 * 3600)
  /// How often a sweep writes the file anew, so that no page keeps a trace of what was deleted; writes wait meanwhile,
  /// some 15 ms of processor time a megabyte and what the disk takes. An erasure does it at once.
  package var rewriteInterval: Duration = .seconds(3600)

  package init(file: URL) { self.file = file }
}
