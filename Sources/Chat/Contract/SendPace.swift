/// How quickly a platform takes messages; slower is always allowed.
package struct SendPace: Sendable, Equatable {
  /// The least time between two messages of one lane.
  package let laneInterval: Duration
  /// Messages a second over all lanes of the platform; nil for no limit.
  package let perSecond: Int?

  /// A pace; without arguments, none.
  package init(laneInterval: Duration = .zero, perSecond: Int? = nil) {
    self.laneInterval = laneInterval
    self.perSecond = perSecond
  }
}
