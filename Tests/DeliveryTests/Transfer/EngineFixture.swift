import Delivery
import Foundation
import HTTPTypes

/// Runs a test with an engine, and shuts it down afterwards.
func withEngine<Result>(
  limits: TransferLimits = TransferLimits(), filter: AddressFilter = .standard,
  _ body: (CurlEngine) async throws -> Result
) async throws -> Result {
  let engine = try CurlEngine(limits: limits, agent: "marrow/test", filter: filter)
  do {
    let result = try await body(engine)
    await engine.shutdown()
    return result
  } catch {
    await engine.shutdown()
    throw error
  }
}

extension AddressAccess {
  /// What a destination on this machine needs.
  static let loopback = AddressAccess(naming: ["127.0.0.1"])
}

extension TransferRequest {
  /// A POST to a server of the tests; long deadlines, since they are no part of most tests.
  static func post(
    _ url: String, headers: HTTPFields = [:], body: String = "{}", total: Duration = .seconds(60),
    connect: Duration = .seconds(60), maximum: Int = 64 * 1024, access: AddressAccess = .loopback,
    trust: CertificateTrust = .system
  ) -> TransferRequest {
    TransferRequest(
      method: .post, url: url, headers: headers, body: Data(body.utf8), totalTimeout: total, connectTimeout: connect,
      maximumResponseBytes: maximum, access: access, trust: trust)
  }
}

extension CurlEngine {
  /// The failure of a request, nil where there is a response.
  func failure(of request: TransferRequest) async -> TransferFailure? {
    do throws(TransferFailure) {
      _ = try await perform(request)
      return nil
    } catch {
      return error
    }
  }
}
