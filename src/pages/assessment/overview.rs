//! The task list: every category with its progress, in any order, never locked.

use crate::browser::{clock, dom, intl};
use crate::components::heading::PageHeading;
use crate::components::link::{AssessLink, PageLink, use_whose};
use crate::components::progress::{ProgressText, use_progress};
use crate::components::save_bar::SaveBar;
use crate::components::save_file::SaveFileButton;
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::{Category, Dimension, Instrument};
use crate::i18n::{days_left, keeping, use_locale, words};
use crate::pages::assessment::category::CategoryLink;
use crate::pages::promised::use_promise_to_keep;
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::state::site::Site;
use leptos::either::Either;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// How many days before the deadline the note on files becomes a warning.
const SOON: i64 = 14;

/// The task list of the current draft.
#[component]
pub fn OverviewPage(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let dimensions = instrument.dimensions.iter().cloned().enumerate().map(|(index, dimension)| {
        view! { <Tasks instrument=instrument.clone() index dimension/> }
    });
    view! {
        <Heading instrument=instrument.clone()/>
        <OrganisationField/>
        <BackupNote/>
        <div id="tasks" class="flow">
            {dimensions.collect_view()}
            <OtherWays/>
        </div>
        <SaveBar><NextStep instrument/></SaveBar>
    }
}

/// Whose measurement it is, and how to go about it.
#[component]
fn Heading(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let (draft, store, w) = (CurrentDraft::get(), DraftStore::get(), words(use_locale()));
    let whose = use_whose();
    let made_with_another = Memo::new(move |_| {
        draft.track();
        draft.with(|d| d.made_with(&instrument.reference)).flatten() == Some(false)
    });
    view! {
        <div id="whose" class="flow">
            <p class="kicker"><PageLink route=Route::Assess(Assess::Start)>{w.overview_start}</PageLink></p>
            <PageHeading>{move || whose.get()}</PageHeading>
            <p class="lead">{w.overview_lead}{move || if store.shared.get() { "" } else { w.overview_leave }}</p>
            {move || made_with_another.get().then(|| view! { <p class="note warn">{w.changed_instrument}</p> })}
        </div>
    }
}

/// The name of the organisation, where no municipality has been chosen.
#[component]
fn OrganisationField() -> impl IntoView {
    let (draft, w) = (CurrentDraft::get(), words(use_locale()));
    let (municipalities, organisation) = (draft.field(Field::Municipalities), draft.field(Field::Organisation));
    let shown = Memo::new(move |_| {
        draft.track();
        draft.with(|_| ()).is_some() && municipalities.read().is_empty()
    });
    let input = NodeRef::<html::Input>::new();
    Effect::new(move |_| {
        let name = organisation.get();
        if let Some(input) = input.get() {
            dom::show_text(&input, &name);
        }
    });
    let field = move || {
        view! {
            <div class="field">
                <label for="organisation-name">{w.label_organisation}</label>
                <p class="hint" id="organisation-hint">{w.overview_no_organisation}</p>
                <input id="organisation-name" type="text" autocomplete="organization" maxlength="120"
                    aria-describedby="organisation-hint" value=organisation.get_untracked() node_ref=input
                    on:change=move |event| { draft.set(Name::Field(Field::Organisation), &event_target_value(&event)); }/>
            </div>
        }
    };
    view! { <div id="organisation"><Show when=move || shown.get()>{field()}</Show></div> }
}

/// How many days are left, whether the answers are in a file too, and what may happen to them where they are not.
#[component]
fn BackupNote() -> impl IntoView {
    let (draft, store, site, locale) = (CurrentDraft::get(), DraftStore::get(), Site::get(), use_locale());
    let k = keeping(locale);
    let promised = use_promise_to_keep();
    let deadline = Memo::new(move |_| {
        let last = site.config.with(|config| config.as_ref()?.deadline).map(|period| period.last)?;
        let left = (last - clock::today_in_stockholm()).num_days();
        (left >= 0).then_some((last, left))
    });
    let lacks_file = Memo::new(move |_| {
        draft.track();
        let lacks = draft.with(|d| d.has_content() && d.lacks_backup() && !d.is_sent()) == Some(true);
        // On a shared computer the bar at the bottom says it.
        lacks && !store.shared.get()
    });
    let last_day = move || {
        let date =
            deadline.get().map(|(last, left)| format!("{} ({})", intl::date(locale, last), days_left(locale, left)));
        date.map(|date| view! { <p class="meta">{k.last_day}": "{date}</p> })
    };
    let note = move || {
        let (class, text) = match deadline.get() {
            Some((_, left)) if left <= SOON => ("note warn", k.backup_deadline),
            _ if promised.get() => ("note", k.backup_promised),
            _ => ("note", k.backup_none),
        };
        lacks_file.get().then(|| view! { <p class=class>{text}" "<SaveFileButton/></p> })
    };
    view! { <div id="backup-note">{last_day}{note}</div> }
}

/// The categories of a dimension.
#[component]
fn Tasks(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The dimension's index in it.
    index: usize,
    /// The dimension.
    dimension: Dimension,
) -> impl IntoView {
    let locale = use_locale();
    let categories: Vec<_> = instrument.categories_of(index).map(|(i, category)| (i, category.clone())).collect();
    let tasks = categories.into_iter().map(|(index, category)| {
        view! { <Task instrument=instrument.clone() index category/> }
    });
    view! {
        <section class=format!("dim {}", dimension.id)>
            <h2>{dimension.name.get(locale).to_string()}</h2>
            <p class="meta">{dimension.text.get(locale).to_string()}</p>
            <ul class="tasks">{tasks.collect_view()}</ul>
        </section>
    }
}

/// A category with its progress.
#[component]
fn Task(
    /// The questionnaire.
    instrument: Arc<Instrument>,
    /// The category's index in it.
    index: usize,
    /// The category.
    category: Category,
) -> impl IntoView {
    let progress = use_progress(&instrument, index);
    let all = progress.read_untracked().all;
    let mark = move |mark: usize| view! { <i class=move || if mark < progress.read().done { "on" } else { "" }></i> };
    // Above a dozen the marks would wrap and say less than the text.
    let meter = (all <= 12)
        .then(|| view! { <span class="meter" aria-hidden="true">{(0..all).map(mark).collect_view()}</span> });
    view! {
        <li>
            <AssessLink page=Assess::Category(category.id)>{category.name.get(use_locale()).to_string()}</AssessLink>
            <span class="count"><span class="num"><ProgressText progress/></span>{meter}</span>
        </li>
    }
}

/// The ways to what is not a category: the result, the respondents or handing back, and the receipt.
#[component]
fn OtherWays() -> impl IntoView {
    let (draft, locale) = (CurrentDraft::get(), use_locale());
    let (w, k) = (words(locale), keeping(locale));
    let (invited_for, submission) = (draft.field(Field::For), draft.field(Field::Submission));
    // Who has been invited invites nobody.
    let others = move || match invited_for.read().is_empty() {
        true => Either::Left(
            view! { <AssessLink page=Assess::Respondents class="btn quiet">{k.respondents_way}</AssessLink> },
        ),
        false => Either::Right(view! { <AssessLink page=Assess::Send class="btn quiet">{k.hand_back}</AssessLink> }),
    };
    let receipt = move || {
        let sent = !submission.read().is_empty();
        sent.then(|| view! { <AssessLink page=Assess::Receipt class="btn quiet">{w.overview_receipt}</AssessLink> })
    };
    view! {
        <p class="row after-tasks">
            <AssessLink page=Assess::Result class="btn quiet">{w.overview_result}</AssessLink>
            {others}
            {receipt}
        </p>
    }
}

/// The one thing to do next: the first category with something open, or to check the answers.
#[component]
fn NextStep(
    /// The questionnaire.
    instrument: Arc<Instrument>,
) -> impl IntoView {
    let w = words(use_locale());
    let progress: Vec<_> = (0..instrument.categories.len()).map(|index| use_progress(&instrument, index)).collect();
    let next = Memo::new(move |_| progress.iter().position(|progress| progress.with(|p| p.done < p.all)));
    move || match next.get().and_then(|index| instrument.categories.get(index).cloned()) {
        Some(category) => Either::Left(view! { <CategoryLink category/> }),
        None => Either::Right(view! { <AssessLink page=Assess::Review class="btn">{w.overview_review}</AssessLink> }),
    }
}
