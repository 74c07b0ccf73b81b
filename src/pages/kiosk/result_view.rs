//! What a kiosk shows of a result: the finding, the total with what it can still become, the position, and the categories.
//! Nothing of it is pressed, opened or printed.

use super::parts::HeadingAt;
use crate::charts::dots::{Dots, Row};
use crate::charts::field::{Position, PositionField};
use crate::domain::measurement::Measurement;
use crate::domain::scoring::Score;
use crate::domain::text::Locale;
use crate::i18n::{pick, results, scored, statements, use_locale};
use crate::pages::results::result::categories::{categories_title, rows};
use crate::pages::results::result::position::{Individuals, position_title};
use crate::pages::results::result::summary::{Total, field_of, finding};
use leptos::html::H1;
use leptos::prelude::*;
use std::sync::Arc;

/// How much a result of the short form goes by: `En fingervisning utifrån 6 påståenden`.
fn indication(measurement: &Measurement, locale: Locale) -> String {
    let counted = statements(locale, measurement.draft.answered());
    format!("{} {counted}", pick(locale, "En fingervisning utifrån", "An indication from"))
}

/// The name of the picture of the categories: what they say, and every figure. There is no table here to open.
fn categories_name(title: &str, rows: &[Row], locale: Locale) -> String {
    let figures: Vec<String> = rows.iter().map(|row| scored(locale, &row.name, row.measure.score)).collect();
    format!("{title}. {}", figures.join(", "))
}

/// A result as a kiosk shows it.
#[component]
pub fn KioskResult(
    /// The measurement.
    measurement: Arc<Measurement>,
    /// Whether only the short form was answered.
    short: bool,
    /// Its heading, to give it the focus.
    heading: NodeRef<H1>,
) -> impl IntoView {
    let locale = use_locale();
    let w = results(locale);
    let finding = finding(&measurement, locale);
    let kicker = short.then(|| view! { <p class="kicker">{indication(&measurement, locale)}</p> });
    let empty = measurement.report.overall.score.is_none().then(|| view! { <p class="lead">{w.empty_text}</p> });
    let meaning =
        field_of(&measurement).map(|field| view! { <p class="lead">{field.text.get(locale).to_string()}</p> });
    let position = Position::of(&measurement.instrument, &measurement.report, locale).map(|position| {
        view! {
            <figure class="chart">
                <PositionField position title=position_title(&measurement, locale)/>
            </figure>
        }
    });
    let rows = rows(&measurement, &Individuals::default(), locale);
    let title = categories_name(&categories_title(&measurement, locale), &rows, locale);
    let threshold = Score::from_percent(measurement.instrument.rules.threshold_percent);
    view! {
        <div class="k-finding">
            {kicker}
            <HeadingAt node=heading>{finding}</HeadingAt>
            {empty}
            <Total measurement/>
            {meaning}
        </div>
        <div class="k-charts">
            {position}
            <figure class="chart">
                <Dots rows threshold title/>
                <p class="meta">{w.band_note}</p>
            </figure>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::draft::{Draft, DraftId, Name};
    use crate::domain::instrument::parse;
    use crate::domain::measurement::Advised;

    fn measurement(answers: &[(&str, &str)]) -> Measurement {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the questionnaire");
        let instrument = Arc::new(parse(&file, "").expect("a good one"));
        let mut draft = Draft::new(DraftId::parse("kiosk").expect("an id"));
        for (statement, word) in answers {
            draft.write(Name::Answer((*statement).into()), word, "");
        }
        Measurement::new(draft, instrument, Arc::new(Advised::Absent))
    }

    #[test]
    fn the_picture_of_the_categories_is_named_by_all_that_it_shows() {
        let measurement = measurement(&[("skugg_it", "1")]);
        let rows = rows(&measurement, &Individuals::default(), Locale::Sv);
        let name = categories_name("Kategorierna", &rows, Locale::Sv);
        assert!(name.starts_with("Kategorierna. Teknik 100\u{a0}%, "), "{name}");
        assert_eq!(name.matches(", ").count() + 1, measurement.instrument.categories.len());
        assert!(name.ends_with(" –"), "{name}");
        assert_eq!(indication(&measurement, Locale::Sv), "En fingervisning utifrån 1 påstående");
    }

    #[cfg(feature = "ssr")]
    #[test]
    fn a_short_result_says_that_it_is_an_indication_and_an_empty_one_has_no_position() {
        let html = |measurement: Measurement, short| {
            let owner = Owner::new();
            owner.with(|| {
                view! { <KioskResult measurement=Arc::new(measurement) short heading=NodeRef::new()/> }
                    .into_any()
                    .to_html()
            })
        };
        let full = html(measurement(&[("skugg_it", "1")]), false);
        assert!(!full.contains("class=\"kicker\"") && full.contains("id=\"heading\""), "{full}");
        let short = html(measurement(&[]), true);
        assert!(short.contains("<p class=\"kicker\">En fingervisning utifrån 0 påståenden</p>"), "{short}");
        assert!(!full.contains("data-") && !full.contains("<button") && !full.contains("<details"), "{full}");
    }
}
