/// A compiled file is cut short, altered or of another form; it is compiled anew.
struct ArchiveDamaged: Error {}
