//! The invented contents of the example.

table! {
    /// The invented contents of the example.
    Example
    organisation: "Exempelkommunen" | "Exempelkommunen (an invented municipality)";
    group_1: "Kommunledning" | "Municipal management";
    group_2: "Förvaltningar" | "Departments";
    group_3: "It-funktionen" | "IT function";
    comment_1: "Vi har bra exempel i hemtjänsten, men de har inte spridits till skolan." | "We have good examples in home care, but they have not spread to the schools.";
    comment_2: "Det beror på vilket system man tänker på." | "It depends on which system one thinks of.";
    comment_3: "Uppföljningen görs, men ingen läser den." | "Follow-up is done, but nobody reads it.";
    comment_4: "Här behöver vi enas om vad ordet betyder hos oss." | "Here we need to agree on what the word means with us.";
    action_1: "Räkna ut vad de äldsta systemen kostar, och besluta om ett av dem ska bort." | "Count what the oldest systems cost, and decide whether one of them is to go.";
    action_2: "Låt två enheter visa varandra det som fungerar, en gång i månaden." | "Let two units show each other what works, once a month.";
    action_3: "Bestäm före starten vad som ska mätas." | "Decide before the start what is to be measured.";
    owner_1: "It-chef" | "Head of IT";
    owner_2: "Digitaliseringschef" | "Head of digitalisation";
    owner_3: "Ekonomichef" | "Head of finance";
}
