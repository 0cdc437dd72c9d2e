import Answering
import Chat
import Crypto
import Delivery
import Foundation
import Knowledge
import Matching

/// Looks at everything a daemon needs, without starting one.
package struct Doctor {
  /// Files of the sentence encoder and their published digests.
  static let modelFiles = [
    "model.safetensors": "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    "tokenizer.json": "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037",
  ]

  private let settings: Settings
  private let knowledge: KnowledgeSource
  private let modelFolder: URL
  private let environment: [String: String]

  /// A doctor for an installation with these settings.
  package init(_ settings: Settings, knowledge: KnowledgeSource, environment: [String: String]) {
    self.settings = settings
    self.knowledge = knowledge
    modelFolder = knowledge.cache.folder.appendingPathComponent("model")
    self.environment = environment
  }

  /// Everything that was looked at, in order.
  package func examine() async -> [Diagnosis] {
    lookAtKnowledge() + lookAtModel() + (await examinePlatforms()) + (await lookAtStore())
  }

  private func lookAtKnowledge() -> [Diagnosis] {
    do throws(KnowledgeRefused) {
      let responder = try knowledge.load()
      let region = settings.answering.region
      let isKnown = region.isEmpty || responder.contacts.regions.contains { $0.id == region }
      let regions = responder.contacts.regions.map(\.id).joined(separator: ", ")
      return [
        Diagnosis(.good, "knowledge", "\(responder.knowledge.sections.count) sections, \(responder.knowledge.digest)")
      ]
        + AgeWarnings.of(responder, at: Date()).map { Diagnosis(.doubtful, "knowledge", $0) }
        + (isKnown ? [] : [Diagnosis(.broken, "answering.region", "there is no such region; known are \(regions)")])
    } catch {
      return error.problems.map { Diagnosis(.broken, "knowledge", $0.description) }
    }
  }

  private func lookAtModel() -> [Diagnosis] {
    Self.modelFiles.sorted { $0.key < $1.key }.map { name, digest in
      guard let data = try? Data(contentsOf: modelFolder.appendingPathComponent(name), options: .mappedIfSafe) else {
        return Diagnosis(
          .doubtful, "model",
          "\(name) is not in \(modelFolder.path); without it more is declined; run Config/fetch-model.sh")
      }
      let found = SHA256.hash(data: data).map { byte in
        let digits = String(byte, radix: 16)
        return digits.count < 2 ? "0" + digits : digits
      }.joined()
      return found == digest
        ? Diagnosis(.good, "model", "\(name) is the published one")
        : Diagnosis(
          .broken, "model", "\(name) has another digest than the published one; run Config/fetch-model.sh again")
    }
  }

  /// What the platforms say of themselves; may ask their servers.
  package func examinePlatforms() async -> [Diagnosis] {
    do throws(SettingsRefused) {
      let plans = try PlatformLoader(settings, environment: environment).plans()
      guard !plans.isEmpty else { return [Diagnosis(.good, "platforms", "none is configured")] }
      // The daemon's own engine, with its limits and its address filter: what the doctor reaches the daemon reaches too.
      guard let engine = try? CurlEngine(agent: "marrow-doctor") else {
        return [Diagnosis(.broken, "platforms", "libcurl could not be started")]
      }
      let diagnoses = await lookAt(plans, by: engine)
      await engine.shutdown()
      return diagnoses
    } catch {
      return error.problems.map { Diagnosis(.broken, "platforms", $0) }
    }
  }

  private func lookAt(_ plans: [PlatformPlan], by engine: CurlEngine) async -> [Diagnosis] {
    do throws(SettingsRefused) {
      var diagnoses: [Diagnosis] = []
      for platform in try PlatformLoader.platforms(plans, fetcher: { CurlFetcher(engine, access: $0) }) {
        let subject = "\(platform.name) (\(platform.kind))"
        diagnoses += await platform.platform.selfTest().map { diagnosis(of: $0, subject) }
      }
      return diagnoses
    } catch {
      return error.problems.map { Diagnosis(.broken, "platforms", $0) }
    }
  }

  /// What a platform's check comes to. What needs a daemon that does not run yet is no fault.
  private func diagnosis(of result: SelfTestResult, _ subject: String) -> Diagnosis {
    guard !result.passed else { return Diagnosis(.good, subject, result.check) }
    if result.needsDaemon, !isRunning {
      return Diagnosis(.doubtful, subject, "\(result.check): the daemon does not run; start it and run this again")
    }
    return Diagnosis(.broken, subject, "failed: \(result.check): \(result.advice ?? "check its secrets")")
  }

  private var folder: StateFolder { StateFolder(settings, environment: environment) }

  private var isRunning: Bool { ControlClient(socket: folder.socket).isAnswered }

  private func lookAtStore() async -> [Diagnosis] {
    if isRunning {
      return [Diagnosis(.good, "daemon", "runs and listens on \(folder.socket.path)")]
    }
    guard FileManager.default.fileExists(atPath: folder.database.path) else {
      return [Diagnosis(.good, "store", "there is none yet in \(folder.url.path); a daemon with a platform makes it")]
    }
    do throws(StateFailure) {
      let (store, _) = try await folder.open(at: Date())
      let census = try? await store.census()
      await store.close()
      let dead = census?.deadLetters ?? 0
      let counts = "\(census?.pending ?? 0) replies wait, \(dead) dead letters"
      return [Diagnosis(dead > 0 ? .doubtful : .good, "store", dead > 0 ? counts + "; see marrow outbox list" : counts)]
    } catch {
      return [Diagnosis(.broken, "store", error.description)]
    }
  }
}
