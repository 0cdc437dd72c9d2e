/// What kind of danger or personal request a message carries, highest first.
///
/// The order is a contract: a reply takes the highest class that fired and reports the rest beside it.
public enum SafetyClass: String, Sendable, Codable, CaseIterable, Comparable {
  /// Bleeding, breathing, chest, brain, cord, collapse: the emergency number now.
  case emergency
  /// Suicide or self-harm, of the writer or of somebody they write about.
  case crisis
  /// Too much of a medicine, the wrong one, or a poison.
  case poisonOverdose = "poison-overdose"
  /// Fever, chills or signs of infection in treatment or after a transplant.
  case urgentFever = "urgent-fever"
  /// A dose, or whether to take, stop or mix a medicine, about a person.
  case medicationAdvice = "medication-advice"
  /// A person wants out of treatment, or asks whether they may.
  case stopTreatment = "stop-treatment"
  /// Own or family outlook: will, how long, my chances.
  case prognosisPersonal = "prognosis-personal"
  /// Own or family signs or results, and whether it is leukemia.
  case diagnosisRequest = "diagnosis-request"
  /// A child who writes alone; adds to any other class.
  case minorAlone = "minor-alone"

  /// Rank from zero, the highest class first.
  public var rank: Int {
    switch self {
    case .emergency: 0
    case .crisis: 1
    case .poisonOverdose: 2
    case .urgentFever: 3
    case .medicationAdvice: 4
    case .stopTreatment: 5
    case .prognosisPersonal: 6
    case .diagnosisRequest: 7
    case .minorAlone: 8
    }
  }

  /// Whether `lhs` is the lower (less urgent) class, so that `max()` is the class that wins.
  public static func < (lhs: SafetyClass, rhs: SafetyClass) -> Bool {
    lhs.rank > rhs.rank
  }
}
