import Delivery

extension TransferRequest {
  /// Its response, over a connection that is closed afterwards: a homeserver that is stopped waits for connections that are kept.
  func sentAlone() async throws -> TransferResponse {
    let engine = try CurlEngine(agent: "test")
    do {
      let response = try await engine.perform(self)
      await engine.shutdown()
      return response
    } catch {
      await engine.shutdown()
      throw error
    }
  }
}
