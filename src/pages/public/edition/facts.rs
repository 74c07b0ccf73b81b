//! What is known of an edition beside its nominees and dates.

use crate::browser::intl;
use crate::components::source::readable;
use crate::domain::award::Edition;
use crate::domain::text::{Locale, Text};
use crate::i18n::{list, pick, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// The facts as a list of names and values; a sentence where none are known.
#[component]
pub fn Facts(
    /// The edition.
    edition: Arc<Edition>,
) -> impl IntoView {
    let locale = use_locale();
    let mut rows =
        written(&edition, locale).into_iter().map(|(name, text)| (name, text.into_any())).collect::<Vec<_>>();
    if !edition.jury.is_empty() {
        let juror = |(name, role): &(String, String)| view! { <li lang="sv">{format!("{name}, {role}")}</li> };
        let jury = view! { <ul>{edition.jury.iter().map(juror).collect_view()}</ul> };
        rows.push((pick(locale, "Jury", "Jury"), jury.into_any()));
    }
    if let Some((title, source)) = edition.publication.clone() {
        let address = format!(" ({})", readable(&source));
        let link = view! { <a href=source rel="external">{title}</a>{address} };
        rows.push((pick(locale, "Publikation", "Publication"), link.into_any()));
    }
    if rows.is_empty() {
        return view! { <p class="meta">{unknown(locale)}</p> }.into_any();
    }
    let row = |(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> };
    view! { <dl class="pairs">{rows.into_iter().map(row).collect_view()}</dl> }.into_any()
}

/// The facts that are a text.
fn written(edition: &Edition, locale: Locale) -> Vec<(&'static str, String)> {
    let texts = |all: &[Text]| list(locale, &all.iter().map(|text| text.get(locale)).collect::<Vec<_>>());
    let prize = edition.prize.as_ref();
    let organisers: Vec<&str> = edition.organisers.iter().map(String::as_str).collect();
    let rows = [
        (pick(locale, "Prisutdelning", "Prize given"), edition.awarded.map(|day| intl::date(locale, day))),
        (pick(locale, "Prisutdelare", "Given by"), prize.map(|prize| prize.given_by.clone())),
        (pick(locale, "Pris", "Prize"), prize.map(|prize| texts(&prize.contents))),
        (pick(locale, "Underlag", "Basis of decision"), Some(texts(&edition.basis))),
        (pick(locale, "Arrangörer", "Organisers"), Some(list(locale, &organisers))),
    ];
    rows.into_iter().filter_map(|(name, text)| Some((name, text.filter(|text| !text.is_empty())?))).collect()
}

fn unknown(locale: Locale) -> &'static str {
    pick(
        locale,
        "Datum, jury och arrangörer för det här året är inte kända här. Känner du till en källa? Skicka den till arrangören.",
        "Dates, jury and organisers of this year are not known here. Do you know of a source? Send it to the organiser.",
    )
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use super::*;
    use crate::domain::award::parse_edition;

    #[test]
    fn what_is_not_known_is_left_out() {
        let of = |year| {
            let file = std::fs::read(format!("public/data/award/{year}.json")).expect("the file");
            written(&parse_edition(&file).expect("an edition"), Locale::En)
        };
        assert_eq!(of(2023).first(), Some(&("Prize given", "21 November 2023".to_string())));
        assert!(of(2023).iter().all(|(_, text)| !text.is_empty()));
        assert_eq!(of(2001), []);
    }
}
