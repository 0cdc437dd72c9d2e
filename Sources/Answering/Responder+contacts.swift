extension Responder {
  /// The dated table of emergency contacts that replies print from.
  package var contacts: ContactTable { safety.wording.contacts }
}
