//! Texts with something put in.

use crate::browser::storage::StorageError;
use crate::domain::draft::FileError;
use crate::domain::scoring::Score;
use crate::domain::submission::{Missing, Trouble};
use crate::domain::text::Locale;
use crate::i18n::{keeping, words};

use crate::browser::intl;

fn join(parts: &[&str]) -> String {
    parts.concat()
}

/// Picks by language.
pub fn pick<T>(locale: Locale, sv: T, en: T) -> T {
    match locale {
        Locale::Sv => sv,
        Locale::En => en,
    }
}

/// `56,5 %` or `56.5%`.
pub fn percent(locale: Locale, score: Score) -> String {
    join(&[&intl::tenths(locale, score.tenths()), pick(locale, "\u{a0}%", "%")])
}

/// `52–61 %`, or one value where both ends are the same.
pub fn range(locale: Locale, low: Score, high: Score) -> String {
    if low == high {
        return percent(locale, low);
    }
    join(&[&intl::tenths(locale, low.tenths()), "–", &percent(locale, high)])
}

/// `3 av 7 besvarade`.
pub fn answered(locale: Locale, done: usize, all: usize) -> String {
    let (done, all) = (done.to_string(), all.to_string());
    pick(locale, join(&[&done, " av ", &all, " besvarade"]), join(&[&done, " of ", &all, " answered"]))
}

/// `7 påståenden`.
pub fn statements(locale: Locale, count: usize) -> String {
    let n = count.to_string();
    match (locale, count) {
        (Locale::Sv, 1) => "1 påstående".into(),
        (Locale::Sv, _) => join(&[&n, " påståenden"]),
        (Locale::En, 1) => "1 statement".into(),
        (Locale::En, _) => join(&[&n, " statements"]),
    }
}

/// `del 2 av 6`.
pub fn part(locale: Locale, number: usize, all: usize) -> String {
    let (n, all) = (number.to_string(), all.to_string());
    pick(locale, join(&["del ", &n, " av ", &all]), join(&["part ", &n, " of ", &all]))
}

/// `Fortsätt till Balansering`.
pub fn continue_to(locale: Locale, name: &str) -> String {
    join(&[pick(locale, "Fortsätt till ", "Continue to "), name])
}

/// `Sparat 14:32`.
pub fn saved_at(locale: Locale, time: &str) -> String {
    join(&[pick(locale, "Sparat ", "Saved "), time])
}

/// `Ändrad 17 maj 2026 14:32`.
pub fn changed_at(locale: Locale, moment: &str) -> String {
    join(&[pick(locale, "Ändrad ", "Changed "), moment])
}

/// `Fil sparad 17 maj 2026 14:32`.
pub fn file_saved_at(locale: Locale, moment: &str) -> String {
    join(&[pick(locale, "Fil sparad ", "File saved "), moment])
}

/// Why a file cannot be opened, what is safe, and what to do.
pub fn file_failure(locale: Locale, error: FileError) -> &'static str {
    let k = keeping(locale);
    match error {
        FileError::TooLarge => k.file_large,
        FileError::Foreign => k.file_foreign,
        FileError::Submission => k.file_submission,
        FileError::Newer => k.file_newer,
        FileError::Damaged => k.file_damaged,
    }
}

/// `Mora, Orsa och Älvdalen`.
pub fn list(locale: Locale, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_string(),
        [rest @ .., last] => join(&[&rest.join(", "), pick(locale, " och ", " and "), last]),
    }
}

/// What happened when saving failed, what is safe, and what to do.
pub fn save_failure(locale: Locale, error: StorageError) -> &'static str {
    let w = words(locale);
    match error {
        StorageError::Full => w.save_full,
        StorageError::Blocked | StorageError::NotKept => w.save_blocked,
    }
}

/// What is missing before sending, and how to put it right. `label` names the statement, where it is one.
pub fn missing(locale: Locale, missing: &Missing, label: &str) -> String {
    let w = words(locale);
    match missing {
        Missing::Example => w.need_real.into(),
        Missing::Organisation => w.need_organisation.into(),
        Missing::Answer(_) => join(&[pick(locale, "Svara på påståendet ”", "Answer the statement “"), label, "”"]),
        Missing::ContactName => w.need_name.into(),
        Missing::ContactRole => w.need_role.into(),
        Missing::ContactEmail => w.need_email.into(),
        Missing::ContactEmailForm => w.need_email_form.into(),
    }
}

/// What an attempt to send met, in a sentence.
pub fn trouble(locale: Locale, trouble: Trouble) -> String {
    match trouble {
        Trouble::NoNetwork => pick(
            locale,
            "Det gick inte att nå mottagaren, så inget skickades den här gången. Kontrollera nätet och skicka igen.",
            "The receiver could not be reached, so nothing was sent this time. Check the network and send again.",
        )
        .into(),
        Trouble::NoAnswer => pick(
            locale,
            "Mottagaren svarade inte. Bedömningen kan ändå ha kommit fram. Skicka igen, så får ni veta.",
            "The receiver did not answer. The assessment may have arrived all the same. Send again to find out.",
        )
        .into(),
        Trouble::NotTheReceiver => pick(
            locale,
            "En webbsida svarade i stället för mottagaren. Nätet kan kräva inloggning. Logga in på nätet och skicka igen.",
            "A web page answered in place of the receiver. The network may want you to log in. Log in to it and send again.",
        )
        .into(),
        Trouble::Busy(status) => join(&[
            pick(
                locale,
                "Mottagaren har ett tillfälligt fel. Vänta, eller skicka igen om en stund. (Kod ",
                "The receiver has a temporary fault. Wait, or send again in a while. (Code ",
            ),
            &status.to_string(),
            ")",
        ]),
        Trouble::Closed(status) => join(&[
            pick(
                locale,
                "Mottagaren tar inte emot just nu, och den som driver sidan kan behöva rätta något. Skicka igen senare. (Kod ",
                "The receiver takes nothing right now, and those who run the site may have to mend something. Send again later. (Code ",
            ),
            &status.to_string(),
            ")",
        ]),
    }
}

/// Why a submission will not be taken as it is, and the way out.
pub fn refused(locale: Locale, status: u16) -> String {
    join(&[
        pick(
            locale,
            "Mottagaren godtar inte innehållet, och det hjälper inte att skicka igen. Svaren är kvar. Spara filen och lämna den till den som driver sidan. (Kod ",
            "The receiver does not accept the content, and sending again will not help. The answers are safe. Save the file and give it to those who run the site. (Code ",
        ),
        &status.to_string(),
        ")",
    ])
}

/// How many unanswered, *vet ej* and so on widen the interval.
pub fn interval_why(locale: Locale, unanswered: u32, dont_know: u32) -> String {
    let (u, d) = (unanswered.to_string(), dont_know.to_string());
    match (locale, unanswered, dont_know) {
        (_, 0, 0) => String::new(),
        (Locale::Sv, _, 0) => join(&[&u, " obesvarade"]),
        (Locale::En, _, 0) => join(&[&u, " unanswered"]),
        (Locale::Sv, 0, _) => join(&[&d, " svar är ”vet ej”"]),
        (Locale::En, 0, _) => join(&[&d, " answers are “don’t know”"]),
        (Locale::Sv, ..) => join(&[&u, " obesvarade och ", &d, " ”vet ej”"]),
        (Locale::En, ..) => join(&[&u, " unanswered and ", &d, " “don’t know”"]),
    }
}

/// `3/30`.
pub fn answered_of(done: usize, all: usize) -> String {
    join(&[&done.to_string(), "/", &all.to_string()])
}

/// `12 svar är inlagda.`
pub fn files_put_in(locale: Locale, count: usize) -> String {
    match (locale, count) {
        (Locale::Sv, 1) => "1 svar är inlagt.".into(),
        (Locale::En, 1) => "1 answer has been put in.".into(),
        (Locale::Sv, _) => join(&[&count.to_string(), " svar är inlagda."]),
        (Locale::En, _) => join(&[&count.to_string(), " answers have been put in."]),
    }
}

/// `12 har svarat, av 20 väntade (60 %).` Nothing expected says only how many.
pub fn share_answered(locale: Locale, count: usize, expected: usize) -> String {
    let n = count.to_string();
    if expected == 0 {
        return pick(locale, join(&[&n, " har lämnat svar."]), join(&[&n, " have handed in answers."]));
    }
    let (of, percent) = (expected.to_string(), (count * 100 / expected).to_string());
    pick(
        locale,
        join(&[&n, " har lämnat svar, av ", &of, " väntade (", &percent, "\u{a0}%)."]),
        join(&[&n, " have handed in answers, of ", &of, " expected (", &percent, "%)."]),
    )
}

/// `12 svarande`.
pub fn respondents_count(locale: Locale, count: usize) -> String {
    match (locale, count) {
        (Locale::Sv, _) => join(&[&count.to_string(), " svarande"]),
        (Locale::En, 1) => "1 respondent".into(),
        (Locale::En, _) => join(&[&count.to_string(), " respondents"]),
    }
}

/// `svaren går från 2 till 6`.
pub fn steps_from_to(locale: Locale, (low, high): (usize, usize)) -> String {
    let (low, high) = (low.to_string(), high.to_string());
    pick(
        locale,
        join(&["svaren går från ", &low, " till ", &high]),
        join(&["answers range from ", &low, " to ", &high]),
    )
}

/// `+1,7`: percentage points of the total.
pub fn points(locale: Locale, rise: Score) -> String {
    let sign = match rise.tenths() {
        0 => "",
        n if n < 0 => "−",
        _ => "+",
    };
    join(&[sign, &intl::tenths(locale, rise.tenths().abs())])
}
