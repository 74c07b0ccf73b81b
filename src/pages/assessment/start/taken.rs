//! Answers that a visitor of the kiosk has taken home: they come in the fragment of the address, are previewed, then opened
//! as a new draft. After that they are taken out of the address.

use crate::browser::clock;
use crate::components::link::name_of;
use crate::domain::award::Municipality;
use crate::domain::draft::{Draft, DraftId};
use crate::domain::instrument::Instrument;
use crate::domain::journal::StorageError;
use crate::domain::kiosk::{TakeHomeError, draft, is_take_home, parse};
use crate::i18n::{answered, save_failure, taken as texts, use_locale};
use crate::route::{Assess, Route};
use crate::state::draft_store::{DraftStore, new_draft_id};
use crate::state::site::Site;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};

/// The answers in a fragment as a new draft. `now` in milliseconds since 1970, UTC.
fn taken_draft(
    fragment: &str,
    instrument: &Instrument,
    municipalities: &[Municipality],
    id: DraftId,
    now: u64,
) -> Result<Draft, TakeHomeError> {
    let taken = parse(fragment, instrument)?;
    let named = |code: &String| municipalities.iter().find(|m| m.code == *code).cloned();
    let organisations: Vec<Municipality> = taken.codes.iter().filter_map(named).collect();
    Ok(draft(instrument, &organisations, &taken.sheet, id, (now, "kiosk")))
}

/// The answers that came with the address; nothing where none did.
#[component]
pub fn TakenHome(
    /// Called with the draft that was opened.
    on_open: Callback<DraftId>,
    /// Called when the answers were discarded: the button for that is gone, so the focus must move.
    on_discard: Callback<()>,
) -> impl IntoView {
    let (locale, hash, navigate) = (use_locale(), use_location().hash, use_navigate());
    let fragment = Memo::new(move |_| {
        let hash = hash.read();
        hash.strip_prefix('#').filter(|fragment| is_take_home(fragment)).map(str::to_string)
    });
    // Replaces the address, so that the answers are not in the history either.
    let forget = Callback::new(move |()| {
        let options = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate(&Route::Assess(Assess::Start).path(locale), options);
    });
    let open = Callback::new(move |id| {
        forget.run(());
        on_open.run(id);
    });
    let discard = Callback::new(move |()| {
        forget.run(());
        on_discard.run(());
    });
    let card = move || {
        fragment.get().map(|fragment| view! { <TakenCard fragment on_open=open on_discard=discard/> }.into_any())
    };
    view! { <div id="taken">{card}</div> }
}

/// What the answers are, or what is wrong with them.
#[component]
fn TakenCard(
    /// The fragment of the address.
    fragment: String,
    /// Called with the draft once it is stored.
    on_open: Callback<DraftId>,
    /// Called to discard the answers.
    on_discard: Callback<()>,
) -> impl IntoView {
    let (site, store, locale) = (Site::get(), DraftStore::get(), use_locale());
    let t = texts(locale);
    let failure = RwSignal::new(None::<StorageError>);
    // The questionnaire may be replaced by a newer one, to which the answers belong.
    let read = Memo::new(move |_| {
        let questionnaire = site.questionnaire.read();
        let instrument = questionnaire.good().ok_or(TakeHomeError::Other)?;
        site.municipalities.with_value(|all| taken_draft(&fragment, instrument, all, new_draft_id(), clock::now()))
    });
    let open = move |_| {
        let Ok(draft) = read.get_untracked() else { return };
        match store.put_draft(&draft) {
            Ok(()) => on_open.run(draft.id().clone()),
            Err(why) => failure.set(Some(why)),
        }
    };
    let contents = move || match read.get() {
        Ok(draft) => {
            let all = site.instrument().map_or(0, |instrument| instrument.statements.len());
            view! {
                <p class="name">{name_of(&draft, locale)}</p>
                <p class="meta num">{answered(locale, draft.answered(), all)}</p>
            }
            .into_any()
        }
        Err(why) => {
            let why = match why {
                TakeHomeError::Damaged => t.damaged,
                TakeHomeError::Newer => t.newer,
                TakeHomeError::Other => t.other,
            };
            view! { <p class="field-error" role="alert">{why}</p> }.into_any()
        }
    };
    let not_stored = move || failure.get().map(|why| view! { <p class="field-error">{save_failure(locale, why)}</p> });
    view! {
        <section class="card found" aria-labelledby="taken-heading">
            <h2 id="taken-heading">{t.title}</h2>
            {contents}
            <div role="alert">{not_stored}</div>
            <p class="row">
                <Show when=move || read.read().is_ok()>
                    <button class="btn" type="button" on:click=open>{t.open}</button>
                </Show>
                <button class="btn quiet" type="button" on:click=move |_| on_discard.run(())>{t.leave}</button>
            </p>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::answers::Answer;
    use crate::domain::draft::Field;
    use crate::domain::kiosk::fragment;
    use crate::domain::sheet::Sheet;

    #[test]
    fn the_answers_become_a_draft_for_the_municipalities_that_are_known() {
        let file = std::fs::read("public/data/instruments/dimios-2023.json").expect("the instrument");
        let instrument = crate::domain::instrument::parse(&file, &"a".repeat(64)).expect("a good one");
        let mut sheet = Sheet::empty(&instrument);
        sheet.set(3, Answer::Step(5));
        let fragment = fragment(&instrument, &["2062", "9999"], &sheet);
        let known = [Municipality { code: "2062".into(), name: "Mora".into() }];
        let taken =
            |fragment: &str| taken_draft(fragment, &instrument, &known, DraftId::parse("draft-1").expect("good id"), 7);
        let draft = taken(&fragment).expect("whole");
        assert_eq!((draft.organisations(), draft.answered()), (vec![(Some("2062"), "Mora")], 1));
        assert_eq!(draft.field(Field::Created), "7");
        assert_eq!(taken(&fragment[..fragment.len() - 1]), Err(TakeHomeError::Damaged));
    }
}
