/// The files of the fixture: two documents of one kind, with a hole in their grid, and something of everything else.
enum FixtureFiles {
  /// Text by path below `Knowledge/`.
  static let all: [String: String] = documents.merging(questions) { first, _ in first }
    .merging(vocabulary) { first, _ in first }.merging(others) { first, _ in first }

  private static let documents: [String: String] = [
    "documents/rose/document.yaml": """
    title: Garden roses
    short: Rose
    subject: rose
    kind: plant
    source: "The Garden Book: Roses"
    reviewed: 2026-11-01
    covers: what a rose is, its care and its pests
    sections:
      - rose/overview
      - rose/care
      - rose/pests
    """,
    "documents/rose/overview.md": """
    ---
    title: What a rose is
    aspect: overview
    source: Overview
    ---
    A rose is a bush with thorns. Its flowers smell sweet.
    """,
    "documents/rose/care.md": """
    ---
    title: Care of roses
    aspect: care
    source: Care
    ---
    Roses like sun. Give them water in the morning.

    Cut off:

    - Dead wood
    - Old flowers
    """,
    "documents/rose/pests.md": """
    ---
    title: Pests of roses
    aspect: pests
    source: Pests
    ---
    Green flies suck the sap of roses. Black spots show a fungus.
    """,
    "documents/tulip/document.yaml": """
    title: Tulips
    short: Tulip
    subject: tulip
    kind: plant
    source: "The Garden Book: Tulips"
    reviewed: 2026-11-01
    covers: what a tulip is and its care
    sections: [tulip/overview, tulip/care]
    """,
    "documents/tulip/overview.md": """
    ---
    title: What a tulip is
    aspect: overview
    source: Overview
    ---
    A tulip grows from a bulb. Most tulips bloom in spring.
    """,
    "documents/tulip/care.md": """
    ---
    title: Care of tulips
    aspect: care
    source: Care
    ---
    Plant tulip bulbs in fall. Put each bulb deep in dry soil.
    """,
  ]

  private static let questions: [String: String] = [
    "documents/rose/overview.questions.txt": """
    # voice: child
    what is a rose
    do roses have thorns
    why do roses smell so sweet
    # voice: student
    Describe the rose bush.
    is a rose a bush or a tree
    rose flower smell
    """,
    "documents/rose/care.questions.txt": """
    # voice: parent
    how do I look after my roses
    when should I water a rose
    what do I cut off a rose bush
    how much sun does a rose like
    rose care
    pruning dead wood on roses
    """,
    "documents/rose/pests.questions.txt": """
    # voice: parent
    what are the green flies on my rose
    black spots on rose leaves
    which pests do roses get
    fungus on roses
    bugs that eat roses
    something sucks the sap of my rose
    """,
    "documents/tulip/overview.questions.txt": """
    # voice: child
    what is a tulip
    when do tulips bloom
    does a tulip grow from a bulb
    tulip flower in spring
    tell me about tulips
    """,
    "documents/tulip/care.questions.txt": """
    # voice: parent
    when do I plant tulip bulbs
    how deep does a tulip bulb go
    what soil do tulips need
    tulip care
    looking after tulips in fall
    """,
    "questions/care.txt": """
    # voice: patient
    how should one look after a {subject}
    best care for the {subject}
    {subject} in my garden, what does it need
    """,
    "questions/pests.txt": """
    # voice: patient
    what pests bother a {subject}
    which insects eat the {subject}
    """,
  ]

  private static let vocabulary: [String: String] = [
    "vocabulary/subjects.yaml": """
    field: [flower, flowers, plant, plants]
    subjects:
      - id: rose
        title: roses
        names: [rose, roses, rose bush]
      - id: tulip
        title: tulips
        names: [tulip, tulips]
      - id: lily
        title: lilies
        names: [lily, lilies]
        other: true
        gap: other-lily
    """,
    "vocabulary/aspects.yaml": """
    - id: overview
      title: a general description
      stand_ins: {rose: rose/overview}
    - id: care
      title: the care
    - id: pests
      title: the pests
    """,
    "vocabulary/facets.yaml": """
    - id: price
      cues: [how much does it cost, price, cheap]
      covered: []
      gap: price
    - id: season
      cues: [when, what season]
      covered: [tulip/overview, tulip/care]
    """,
    "vocabulary/synonyms.yaml": """
    pest: [pest*, bug, bugs, insect*, fly, flies]
    care: [care, look after, looking after, tend]
    """,
    "vocabulary/spelling.yaml": """
    repairs:
      tullip: tulip
    protected: [lily]
    common: |
      garden water morning
    """,
  ]

  private static let others: [String: String] = [
    "gaps/price.yaml": """
    title: what plants cost
    reply: The documents do not say what plants cost.
    offer: [rose/care]
    questions:
      - how much does a rose cost
      - price of tulip bulbs
      - are roses cheap
    """,
    "gaps/tulip-pests.yaml": """
    title: the pests of tulips
    subject: tulip
    aspect: pests
    reply: The documents do not list the pests of tulips.
    offer: [tulip/care]
    questions:
      - what eats my tulips
      - tulip pests
      - bugs on tulip leaves
    """,
    "gaps/other-lily.yaml": """
    title: lilies
    reply: The documents do not cover lilies.
    offer: []
    questions:
      - what is a lily
      - how do I plant lilies
    """,
    "smalltalk.yaml": """
    greeting:
      reply: Hello! Ask me about roses and tulips.
      questions: [hello, hi there, good morning]
    thanks:
      reply: You are welcome.
      questions: [thanks, thank you]
    """,
    "negatives/off-topic.txt": """
    who won the football match
    what is the capital of France
    write me a poem
    """,
    "calibration/mixed.txt": """
    # expect: rose/overview
    # voice: neighbor
    so what sort of thing is a rose
    # expect: rose/care | tulip/care
    how do I keep my flowers happy
    # expect: rose/pests
    tiny green things sit on the rose buds
    # expect: tulip/care
    month for putting tulip bulbs into the ground
    # expect: gap:price
    what will ten tulips cost me
    # expect: decline
    which team plays tonight
    """,
    "safety/contacts.yaml": """
    contacts:
      - id: poison-line
        text: Call the poison line.
        checked: 2026-10-01
    """,
    "safety/notices.yaml": """
    notices:
      thorns:
        about: What to say of pricks in any conceivable situation.
        text: Wear gloves when you cut a rose.
    """,
    "facts.yaml": """
    - {id: rose-01, fact: A rose is a bush., section: rose/overview, case: rose-what}
    - {id: rose-02, fact: Roses like sun., section: rose/care, case: rose-sun}
    - {id: rose-03, fact: Green flies suck sap., section: rose/pests, case: rose-flies}
    - {id: tulip-01, fact: A tulip grows from a bulb., section: tulip/overview, case: tulip-turns}
    - {id: tulip-02, fact: Bulbs are planted in fall., section: tulip/care, case: tulip-turns}
    """,
    "suites/basic.yaml": """
    suite: basic
    about: Something of every section.
    cases:
      - id: rose-what
        question: a rose, what is that
        expect: {kind: answer, sections: [rose/overview]}
      - id: rose-sun
        question: do roses want sun
        expect: {kind: answer, sections: [rose/care]}
      - id: rose-flies
        question: green flies on roses
        expect: {kind: answer, sections_all: [rose/pests]}
      - id: tulip-turns
        turns:
          - question: what about tulips
            expect: {kind: answer, sections: [tulip/overview]}
          - question: and how are they planted
            expect: {kind: answer, sections: [tulip/care]}
    """,
  ]
}
