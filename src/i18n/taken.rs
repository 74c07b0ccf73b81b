//! The fixed texts about answers taken home from a kiosk, on the visitor's own device.

table! {
    /// The fixed texts about answers taken home from a kiosk.
    Taken
    title: "Svar från kiosken" | "Answers from the kiosk";
    open: "Öppna som ny bedömning" | "Open as a new assessment";
    leave: "Kasta svaren" | "Discard the answers";
    damaged: "Länken är inte hel, så svaren går inte att läsa. Läs av koden i kiosken en gång till."
        | "The link is not whole, so the answers cannot be read. Read the code at the kiosk once more.";
    newer: "Länken är gjord av en nyare version av webbplatsen. Ladda om sidan och försök igen."
        | "The link was made by a newer version of the site. Reload the page and try again.";
    other: "Svaren gäller ett annat frågeformulär än det som finns här, så de går inte att öppna. Gör bedömningen på nytt."
        | "The answers are to another questionnaire than the one here, so they cannot be opened. Do the assessment anew.";
}
