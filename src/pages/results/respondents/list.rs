//! Who has answered: a row for each sheet that others have handed in, and the share of those expected.

use super::sheets::{ListedSheet, listed};
use super::state::List;
use super::tables::Tables;
use crate::domain::draft::Field;
use crate::domain::instrument::Instrument;
use crate::i18n::{respondents as texts, share_answered, use_locale};
use crate::pages::results::uncounted::why_uncounted;
use leptos::prelude::*;
use std::sync::Arc;

/// The list of sheets.
#[component]
pub fn SheetList(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let locale = use_locale();
    let (r, list) = (texts(locale), List::new(instrument.statements.len()));
    let draft = list.draft;
    let all = {
        let instrument = instrument.clone();
        Memo::new(move |before: Option<&Vec<Arc<ListedSheet>>>| {
            draft.track();
            let before = before.map(Vec::as_slice).unwrap_or_default();
            draft.with(|draft| listed(draft, &instrument, before)).unwrap_or_default()
        })
    };
    let own = {
        let instrument = instrument.clone();
        Memo::new(move |_| {
            draft.track();
            draft.with(|draft| draft.sheet(&instrument).answered()).unwrap_or_default()
        })
    };
    let count = Memo::new(move |_| all.read().len());
    let expected = draft.field(Field::Expected);
    let share = move || share_answered(locale, count.get(), expected.read().parse().unwrap_or(0));
    let uncounted = move || {
        why_uncounted(count.get(), &instrument, locale).map(|why| view! { <p class="note" id="uncounted">{why}</p> })
    };
    let is_empty = Memo::new(move |_| count.get() == 0 && own.get() == 0);
    view! {
        <div id="handed-in" class="stack respondents">
            <h2 id="handed-in-heading" tabindex="-1" node_ref=list.heading>{r.handed}</h2>
            <p class="num">{share}</p>
            {uncounted}
            <Undo list/>
            <Show when=move || !is_empty.get() fallback=move || view! { <p class="empty">{r.none}</p> }>
                <Tables list all own/>
            </Show>
        </div>
    }
    .into_any()
}

/// Says that a sheet was removed, and takes that back.
#[component]
fn Undo(
    /// The list.
    list: List,
) -> impl IntoView {
    let r = texts(use_locale());
    let note = move || {
        list.removed.read().is_some().then(|| {
            view! {
                <p class="note">
                    {r.removed}" "
                    <button class="link" type="button" id="undo" node_ref=list.undo on:click=move |_| list.undo()>
                        {r.undo}
                    </button>
                </p>
            }
        })
    };
    view! { <div role="status">{note}</div> }
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod tests {
    use super::*;
    use crate::domain::draft::{Draft, DraftId, Name};
    use crate::domain::instrument::parse;
    use crate::domain::respondents::sheet_text;
    use crate::domain::text::Locale;
    use crate::state::current_draft::CurrentDraft;
    use crate::state::draft_store::DraftStore;
    use crate::state::site::{PageData, Questionnaire, Site};

    /// A measurement with so many sheets, in all of which the same statement has this answer.
    fn measurement(sheets: usize, answer: &str) -> Draft {
        let mut handed = Draft::new(DraftId::parse("svar").expect("an id"));
        handed.write(Name::Answer("skugg_it".into()), answer, "r");
        handed.write(Name::Field(Field::Respondent), "Åsa", "r");
        let mut draft = Draft::new(DraftId::parse("matning").expect("an id"));
        draft.write(Name::Field(Field::Expected), "200", "m");
        for number in 0..sheets {
            draft.write(Name::Sheet(format!("{}-r", 1000 + number)), &sheet_text(&handed), "m");
        }
        draft
    }

    /// The markup of the list, without the comments that Leptos adds for hydration.
    fn markup(draft: Draft) -> String {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the questionnaire");
        let instrument = Arc::new(parse(&file, "").expect("a good one"));
        Owner::new().with(|| {
            provide_context(Locale::Sv);
            let (questionnaire, none) = (Questionnaire::Good(instrument.clone()), String::new());
            let data = PageData { questionnaire, instrument_text: none, municipalities: Vec::new() };
            let (site, store) = (Site::new(data), DraftStore::filled());
            let current = CurrentDraft::new(site, store);
            current.draft.set_value(Some(draft));
            provide_context(current);
            view! { <SheetList instrument/> }.into_view().to_html().replace("<!>", "")
        })
    }

    #[test]
    fn sheets_beyond_the_first_hundred_are_folded_away() {
        let all = markup(measurement(102, "2"));
        assert!(all.contains("102 har lämnat svar, av 200 väntade (51\u{a0}%)."), "{all}");
        let (first, rest) = all.split_once("<details id=\"more-answers\">").expect("some are folded away");
        assert_eq!([first, rest].map(|part| part.matches("<tr><th scope=\"row\">").count()), [100, 2]);
        assert!(rest.starts_with("<summary>Visa 2 till</summary>"), "{rest}");
        assert!(rest.contains("Ta bort<span class=\"vh\">: Åsa, –, 1/30</span></button>"), "{rest}");
        assert!(markup(measurement(0, "")).contains("<p class=\"empty\">"));
    }

    #[test]
    fn a_group_can_be_changed_once_there_are_some_to_choose_from() {
        let mut draft = measurement(1, "2");
        assert!(!markup(draft.clone()).contains("Ändra<span"));
        draft.write(Name::Field(Field::Groups), "Skola\nVård", "m");
        draft.write(Name::Group("1000-r".into()), "=Vård", "m");
        let all = markup(draft);
        assert!(all.contains("<td>Vård <button"), "{all}");
        assert!(all.contains("Ändra<span class=\"vh\">: Åsa, Vård, 1/30</span>"), "{all}");
    }

    #[test]
    fn the_list_says_nothing_of_what_was_answered() {
        assert_eq!(markup(measurement(4, "2")), markup(measurement(4, "6")));
        assert!(markup(measurement(4, "2")).contains("id=\"uncounted\""));
    }
}
