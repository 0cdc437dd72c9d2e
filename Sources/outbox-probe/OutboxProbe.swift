@main
struct OutboxProbe {
  static func main() {}
}
