/// The numbers lint judges by.
public enum LintLimits {
  /// Highest reading grade of sections, replies and notices that is not remarked on.
  public static let grade = 8.0
  /// Highest reading grade of replies that take over in an emergency.
  public static let takeoverGrade = 6.0
  /// Fewest ways of asking for a section.
  public static let sectionQuestions = 40
  /// Fewest ways of asking for a gap.
  public static let gapQuestions = 8
  /// Days after which a document should be reviewed again.
  public static let reviewDays = 365
  /// Days after which a contact must be checked again.
  public static let contactDays = 180
}
