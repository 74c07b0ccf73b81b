//! What a page is about, in a sentence or two: shown by search engines and where the page is shared.

use crate::Source;
use crate::known::award_name;
use digitaliseringskommun::components::nominee_card::counties;
use digitaliseringskommun::domain::award::{Edition, Nominee, Stage, current};
use digitaliseringskommun::domain::text::Locale;
use digitaliseringskommun::i18n::{award, list, pick, won, words};
use digitaliseringskommun::pages::public::municipality::{find_municipality, finding};
use digitaliseringskommun::route::{Assess, Route};

/// More is cut off by most who show it, and then in the middle of a word.
const LONGEST: usize = 300;

/// What pages are about whose texts do not depend on data, in Swedish and English.
const OPEN_DATA: (&str, &str) = (
    "Utmärkelsens alla utgåvor och nominerade sedan 2001 som öppna data: JSON, CSV, schema, flöde och villkor.",
    "All editions and nominees of the award since 2001 as open data: JSON, CSV, schema, feed and terms.",
);
const KIOSK: (&str, &str) = (
    "Bedömningen i DiMiOS och de nominerade på en pekskärm vid mässan.",
    "The DiMiOS assessment and the nominees on a touch screen at the fair.",
);
const METHOD: (&str, &str) = (
    "Så blir svaren i DiMiOS till procent: skalan, medelvärdena, de fyra fälten och det möjliga spannet.",
    "How answers in DiMiOS become percentages: the scale, the means, the four fields and the possible range.",
);
const ABOUT: (&str, &str) = (
    "Sveriges DigitaliseringsKommun delas ut vartannat år på Kvalitetsmässan. Så går det till, från nominering till vinnare.",
    "Sveriges DigitaliseringsKommun is given every second year at the fair Kvalitetsmässan. How it works, from nomination to winner.",
);
const ACCESSIBILITY: (&str, &str) = (
    "Hur tillgänglig webbplatsen är, vilka brister som är kända, hur den har testats och vart du vänder dig.",
    "How accessible the site is, what shortcomings are known, how it has been tested and whom to contact.",
);
const STORED: (&str, &str) = (
    "Det här sparas på den här datorn, var det ligger och hur du tar bort det.",
    "What is stored on this computer, where it lies and how to remove it.",
);
const CHECK: (&str, &str) = (
    "Kontrollera att en inskickad bedömning stämmer med sitt kvitto, utan nät och utan att något skickas.",
    "Check that a submitted assessment fits its receipt, without network and without sending anything.",
);

/// The description of a page; of the page for what is not there without a route.
pub fn description(source: &Source, route: Option<&Route>, locale: Locale) -> String {
    let w = words(locale);
    let say = |(sv, en): (&str, &str)| pick(locale, sv, en).to_string();
    let text = match route {
        None => w.not_found_help.to_string(),
        Some(Route::Home) => award(locale).lead.to_string(),
        Some(Route::Nominees) => gallery(source, locale),
        Some(Route::Edition(year)) => source.edition(*year).map(|e| edition(source, e, locale)).unwrap_or_default(),
        Some(Route::Nominee(year, slug)) => {
            source.nominee(*year, slug).map(|(e, n)| nominee(source, e, n, locale)).unwrap_or_default()
        }
        Some(Route::Municipality(slug)) => municipality(source, slug, locale),
        Some(Route::Timeline) => timeline(source, locale),
        Some(Route::OpenData) => say(OPEN_DATA),
        Some(Route::Assess(page)) => assess(source, page, locale),
        Some(Route::Kiosk) => say(KIOSK),
        Some(Route::Method) => say(METHOD),
        Some(Route::About) => say(ABOUT),
        Some(Route::Accessibility) => say(ACCESSIBILITY),
        Some(Route::Stored) => say(STORED),
        Some(Route::Check) => say(CHECK),
    };
    shorten(&text.replace('\u{ad}', ""))
}

fn gallery(source: &Source, locale: Locale) -> String {
    let editions = source.plain.editions.len().to_string();
    let nominees = source.plain.editions.iter().map(|e| e.nominees.len()).sum::<usize>().to_string();
    let (of, all, end) = pick(
        locale,
        (" utgåvor av utmärkelsen sedan 2001 och ", " bidrag: vinnare, finalister och nominerade", ", med källor."),
        (" editions of the award since 2001 and ", " entries: winners, finalists and nominees", ", with sources."),
    );
    [&editions, of, &nominees, all, end].concat()
}

fn edition(source: &Source, edition: &Edition, locale: Locale) -> String {
    let (award, others) = (award_name(edition), source.others(edition));
    let names = names(&others, locale);
    match (source.winner(edition), others.is_empty()) {
        (Some(winner), true) => {
            let unknown =
                pick(locale, ". Vilka fler som var nominerade är inte känt.", ". Who else was nominated is not known.");
            [&won(locale, &winner.name, &edition.title, edition.year), unknown].concat()
        }
        (Some(winner), false) => {
            let also = pick(locale, ". Nominerade var också ", ". Also nominated: ");
            [&won(locale, &winner.name, &edition.title, edition.year), also, &names, "."].concat()
        }
        (None, true) => {
            let (dates, none) = pick(
                locale,
                ("Hålltider för ", ". Vilka som är nominerade är inte känt än."),
                ("Key dates of ", ". Who is nominated is not known yet."),
            );
            [dates, &award, none].concat()
        }
        (None, false) => [pick(locale, "Nominerade till ", "Nominees for "), &award, ": ", &names, "."].concat(),
    }
}

fn nominee(source: &Source, edition: &Edition, nominee: &Nominee, locale: Locale) -> String {
    let (stage, reason) = source.stage(edition, nominee);
    let stage = match stage {
        Stage::Winner => pick(locale, "), vinnare av ", "), winner of "),
        Stage::Finalist => pick(locale, "), finalist till ", "), finalist for "),
        Stage::Nominated => pick(locale, "), nominerad till ", "), nominated for "),
    };
    let why = match (reason, nominee.facts.first()) {
        (Some(reason), _) => reason.get(locale),
        (None, Some((fact, _))) => fact.get(locale),
        (None, None) => pick(locale, "Källor och andra år.", "Sources and other years."),
    };
    [&nominee.name, " (", &counties(nominee, locale), stage, &award_name(edition), ". ", why].concat()
}

fn municipality(source: &Source, slug: &str, locale: Locale) -> String {
    let Some(through) = find_municipality(&source.plain.editions, slug, source.now) else { return String::new() };
    let all = pick(
        locale,
        " Kommunen genom alla utgåvor av Sveriges DigitaliseringsKommun, med källor.",
        " The municipality through all editions of Sveriges DigitaliseringsKommun, with sources.",
    );
    [&finding(&through, locale), all].concat()
}

fn timeline(source: &Source, locale: Locale) -> String {
    let name = current(&source.plain.editions).map(award_name).unwrap_or_default();
    let (of, what) = pick(
        locale,
        ("Hålltiderna för ", ": planerade och verkliga dagar, var de kommer ifrån, och filer för kalendern."),
        ("The key dates of ", ": planned and actual days, where they come from, and files for the calendar."),
    );
    [of, &name, what].concat()
}

/// A joint nominee's name has commas of its own.
fn names(nominees: &[&Nominee], locale: Locale) -> String {
    let names: Vec<&str> = nominees.iter().map(|n| n.name.as_str()).collect();
    if names.iter().any(|n| n.contains(',')) { names.join("; ") } else { list(locale, &names) }
}

fn assess(source: &Source, page: &Assess, locale: Locale) -> String {
    let lead = words(locale).start_lead;
    let part = match page {
        Assess::Category(id) => source.plain.instrument.categories.iter().find(|c| c.id == *id),
        _ => None,
    };
    match part {
        Some(category) => {
            let of = pick(locale, "Påståendena om ", "The statements about ");
            [of, &category.name.get(locale).to_lowercase(), ". ", lead].concat()
        }
        None => lead.to_string(),
    }
}

/// Cuts a text that is too long after a whole word.
fn shorten(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_string();
    }
    let cut: String = text.chars().take(LONGEST).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(words, _)| words);
    [whole.trim_end_matches([',', ';', '.', ':']), " …"].concat()
}
