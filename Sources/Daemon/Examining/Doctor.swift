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
    lookAtKnowledge() + lookAtModel() + (await lookAtPlatforms()) + (await lookAtStore())
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

  private func lookAtPlatforms() async -> [Diagnosis] {
    do throws(SettingsRefused) {
      let plans = try PlatformLoader(settings, environment: environment).plans()
      let platforms = try PlatformLoader.platforms(plans) { _ in NoFetcher() }
      guard !platforms.isEmpty else { return [Diagnosis(.good, "platforms", "none is configured")] }
      var diagnoses: [Diagnosis] = []
      for platform in platforms { diagnoses += await lookAt(platform) }
      return diagnoses
    } catch {
      return error.problems.map { Diagnosis(.broken, "platforms", $0) }
    }
  }

  private func lookAt(_ platform: ConfiguredPlatform) async -> [Diagnosis] {
    await platform.platform.selfTest().map { result in
      result.passed
        ? Diagnosis(.good, "\(platform.name) (\(platform.kind))", result.check)
        : Diagnosis(.broken, "\(platform.name) (\(platform.kind))", "failed: \(result.check); check its secrets")
    }
  }

  private func lookAtStore() async -> [Diagnosis] {
    let folder = StateFolder(settings, environment: environment)
    if ControlClient(socket: folder.socket).isAnswered {
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
