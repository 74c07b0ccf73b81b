//! One municipality through all editions: when it was nominated, how far it came, and when nothing is known of it.

use super::PlainData;
use crate::browser::clock;
use crate::components::nominee_card::stage_tag;
use crate::components::share::share;
use crate::domain::award::{Edition, Municipality, Nominee, Stage, county_name, slug_of};
use crate::domain::text::Locale;
use crate::i18n::{award, list, pick};
use crate::route::Route;
use crate::strings::html::Html;

/// A municipality and its entries, the latest first.
pub struct Through<'a> {
    /// The municipality.
    pub municipality: &'a Municipality,
    /// Edition, entry, and how far it is known to have come.
    pub entries: Vec<(&'a Edition, &'a Nominee, Stage)>,
}

/// The municipality of a slug, if it has ever been nominated.
pub fn find<'a>(data: &'a PlainData, slug: &str) -> Option<Through<'a>> {
    let now = clock::now_in_stockholm();
    let all = data.editions.iter().rev().flat_map(|e| e.nominees.iter().map(move |n| (e, n)));
    let is = |m: &&Municipality| slug_of(&m.name) == slug;
    let entries: Vec<_> =
        all.filter(|(_, n)| n.municipalities.iter().any(|m| is(&m))).map(|(e, n)| (e, n, e.stage_on(n, now))).collect();
    let municipality = entries.first()?.1.municipalities.iter().find(is)?;
    Some(Through { municipality, entries })
}

/// What is found, in a sentence: `Nacka vann 2003 och har varit nominerad fem gånger till.`
pub fn finding(through: &Through<'_>, locale: Locale) -> String {
    let years = |wanted: &dyn Fn(Stage) -> bool| -> Vec<String> {
        through.entries.iter().rev().filter(|(_, _, s)| wanted(*s)).map(|(e, ..)| e.year.to_string()).collect()
    };
    let (won, other) = (years(&|s| s == Stage::Winner), years(&|s| s != Stage::Winner));
    let listed = |years: &[String]| list(locale, &years.iter().map(String::as_str).collect::<Vec<_>>());
    let name = through.municipality.name.as_str();
    match (won.is_empty(), other.is_empty()) {
        (false, true) => [name, pick(locale, " vann ", " won in "), &listed(&won), "."].concat(),
        (false, false) => [
            name,
            pick(locale, " vann ", " won in "),
            &listed(&won),
            pick(locale, " och var nominerad ", " and was nominated in "),
            &listed(&other),
            ".",
        ]
        .concat(),
        _ => [name, pick(locale, " var nominerad ", " was nominated in "), &listed(&other), "."].concat(),
    }
}

/// The page.
pub fn municipality(through: &Through<'_>, data: &PlainData, locale: Locale) -> Html {
    let mut h = Html::new();
    let name = through.municipality.name.as_str();
    h.open("p", &[("class", "kicker")]).link("", &Route::Nominees.path(locale), None, award(locale).all);
    h.text(" · ").text(county_name(&through.municipality.code).unwrap_or_default()).close("p");
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], name);
    h.el("p", &[("class", "lead")], &finding(through, locale)).open("div", &[("class", "edition-grid")]);
    h.open("section", &[("class", "stack")]);
    h.el("h2", &[], pick(locale, "Genom alla utgåvor", "Through all editions"));
    h.open("ol", &[("class", "through"), ("reversed", "")]);
    for edition in data.editions.iter().rev() {
        row(&mut h, edition, through, locale);
    }
    h.close("ol");
    share(&mut h, &Route::Municipality(slug_of(name)), name, locale);
    h.close("section").open("aside", &[("class", "card map-card small")]);
    h.el("h2", &[], pick(locale, "Var i landet", "Where in the country"));
    let entries: Vec<_> = through.entries.iter().map(|(e, n, _)| (*e, *n)).collect();
    super::map::of_municipality(&mut h, data, through.municipality, &entries, locale);
    h.close("aside").close("div");
    h
}

fn row(h: &mut Html, edition: &Edition, through: &Through<'_>, locale: Locale) {
    let year = edition.year.to_string();
    h.open("li", &[]).link("num", &Route::Edition(edition.year).path(locale), None, &year).open("div", &[]);
    let mut entries = through.entries.iter().filter(|(e, ..)| e.year == edition.year).peekable();
    if entries.peek().is_none() {
        let none = if edition.nominees_complete {
            pick(locale, "Inte nominerad", "Not nominated")
        } else {
            pick(locale, "Inte känt", "Not known")
        };
        h.el("span", &[("class", "meta")], none);
    }
    for (edition, nominee, stage) in entries {
        stage_tag(h, *stage, locale);
        let to = Route::Nominee(edition.year, nominee.slug.clone()).path(locale);
        h.link("", &to, None, &[&nominee.name, " ", &year].concat());
    }
    h.close("div").close("li");
}
