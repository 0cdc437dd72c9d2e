/// A check that cannot go on: what to tell the person, and how to end.
struct CheckStopped: Error {
  let message: String
  let exit: CheckExit
}
