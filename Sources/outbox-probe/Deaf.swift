import Delivery

/// Listens to nothing.
struct Deaf: DeliveryObserver {
  func observe(_ event: DeliveryEvent) {}
}
