/// Is told what a worker does, for metrics and logs.
package protocol DeliveryObserver: Sendable {
  /// Called on the worker's task; must return at once.
  func observe(_ event: DeliveryEvent)
}
