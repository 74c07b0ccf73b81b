//! Texts about the award: the fixed ones, and those with something put in.

use super::pick;
use crate::domain::text::Locale;

table! {
    /// The fixed texts about the award.
    Award
    assess: "Gör bedömningen i DiMiOS" | "Do the DiMiOS assessment";
    nominees: "Se de nominerade" | "See the nominees";
    dates: "Hålltider" | "Key dates";
    nominated: "Nominerade" | "Nominees";
    none_yet: "Inga nominerade är kända ännu." | "No nominees are known yet.";
    lead: "Utmärkelsen går till den kommun som har lyckats bäst med att använda digitaliseringens möjligheter för verksamheterna, demokratin och kommunen som helhet."
        | "The award goes to the municipality that has best used the possibilities of digitalisation for its services, for democracy and for the municipality as a whole.";
    all: "Alla år sedan 2001" | "All years since 2001";
    timeline: "Alla hålltider, även till kalendern" | "All key dates, for your calendar too";
    next: "Nästa" | "Next";
    joint: "gemensamt bidrag" | "joint entry";
    not_fetched: "Uppgifterna till sidan kunde inte hämtas. Kontrollera nätet och försök igen."
        | "The data of the page could not be fetched. Check the network and try again.";
    damaged: "Uppgifterna till sidan kom fram skadade. Försök igen om en stund."
        | "The data of the page arrived damaged. Try again in a while.";
    coming: "Hämtar uppgifterna …" | "Fetching the data …";
    again: "Försök igen" | "Try again";
    stage_winner: "Vinnare" | "Winner";
    stage_finalist: "Finalist" | "Finalist";
    stage_nominated: "Nominerad" | "Nominated";
}

fn join(parts: &[&str]) -> String {
    parts.concat()
}

/// `i dag`, `i morgon`, `om 6 dagar`.
pub fn days_left(locale: Locale, days: i64) -> String {
    match days {
        0 => pick(locale, "i dag eller pågår", "today or under way").into(),
        1 => pick(locale, "i morgon", "tomorrow").into(),
        _ => join(&[pick(locale, "om ", "in "), &days.to_string(), pick(locale, " dagar", " days")]),
    }
}

/// The heading of the start page while an edition is under way.
pub fn compete(locale: Locale, nominees: usize) -> String {
    let n = nominees.to_string();
    match (locale, nominees) {
        (Locale::Sv, 0) => "Vilken kommun blir nästa Sveriges Digitaliserings\u{ad}Kommun?".into(),
        (Locale::En, 0) => "Which municipality is next to be Sveriges Digitaliserings\u{ad}Kommun?".into(),
        (Locale::Sv, 1) => "En nominerad till Sveriges Digitaliserings\u{ad}Kommun".into(),
        (Locale::En, 1) => "One nominee for Sveriges Digitaliserings\u{ad}Kommun".into(),
        (Locale::Sv, _) => join(&[&n, " nominerade. En blir Sveriges Digitaliserings\u{ad}Kommun."]),
        (Locale::En, _) => join(&[&n, " nominees. One becomes Sveriges Digitaliserings\u{ad}Kommun."]),
    }
}

/// The heading once the winner is known. The title is the award's name that year.
pub fn won(locale: Locale, winner: &str, title: &str, year: u16) -> String {
    let title = title.replace("DigitaliseringsKommun", "Digitaliserings\u{ad}Kommun");
    join(&[winner, pick(locale, " är ", " is "), &title, " ", &year.to_string()])
}

/// `Utmärkelsen 2023`.
pub fn edition_name(locale: Locale, year: u16) -> String {
    join(&[pick(locale, "Utmärkelsen ", "The award "), &year.to_string()])
}

/// `64 nomineringar sedan 2001`, or `5 av 64 nomineringar`.
pub fn found_count(locale: Locale, found: usize, all: usize) -> String {
    let (n, of) = (found.to_string(), all.to_string());
    if found == all {
        return pick(locale, join(&[&n, " nomineringar sedan 2001"]), join(&[&n, " nominations since 2001"]));
    }
    pick(locale, join(&[&n, " av ", &of, " nomineringar"]), join(&[&n, " of ", &of, " nominations"]))
}
