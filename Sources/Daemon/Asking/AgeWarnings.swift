import Answering
import Foundation
import Knowledge

/// What ages in the knowledge: contacts that were not checked and documents that were not reviewed for long.
///
/// It only warns: a program that stops giving out an emergency number because nobody called it lately would be worse.
enum AgeWarnings {
  /// The warnings, one line each.
  static func of(_ responder: Responder, at now: Date) -> [String] {
    let today = CalendarDay(now)
    return responder.warnings(on: today) + responder.knowledge.documents.compactMap { warning($0, on: today) }
  }

  private static func warning(_ document: Document, on today: CalendarDay) -> String? {
    guard let reviewed = CalendarDay(document.reviewed), today.days(since: reviewed) > LintLimits.reviewDays else {
      return nil
    }
    return "documents/\(document.id)/document.yaml: was reviewed on \(reviewed), over \(LintLimits.reviewDays) days ago"
  }
}
