//! The list of sheets as tables.

use super::row::Row;
use super::sheets::{ListedSheet, more_sheets};
use super::state::List;
use crate::i18n::{answered_of, respondents as texts, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

/// How many sheets are listed at once; the others are folded away.
const LISTED: usize = 100;

/// The sheets as a table, those beyond the first hundred folded away.
#[component]
pub fn Tables(
    /// The list.
    list: List,
    /// All sheets.
    all: Memo<Vec<Arc<ListedSheet>>>,
    /// How many answers of the measurement's own there are.
    own: Memo<usize>,
) -> impl IntoView {
    let locale = use_locale();
    let r = texts(locale);
    let first = Memo::new(move |_| all.read().iter().take(LISTED).cloned().collect::<Vec<_>>());
    let rest = Memo::new(move |_| all.read().iter().skip(LISTED).cloned().collect::<Vec<_>>());
    let more = Memo::new(move |_| rest.read().len());
    let label = Signal::derive(move || more_sheets(more.get(), locale));
    view! {
        <SheetTable label=r.handed.to_string() list sheets=first>
            <Show when=move || { own.get() > 0 }>
                <tr>
                    <th scope="row">{r.own}</th>
                    <td>{r.no_group}</td>
                    <td class="n">{move || answered_of(own.get(), list.statements)}</td>
                    <td></td>
                    <td></td>
                </tr>
            </Show>
        </SheetTable>
        <Show when=move || { more.get() > 0 }>
            <details id="more-answers">
                <summary>{move || label.get()}</summary>
                <SheetTable label list sheets=rest/>
            </details>
        </Show>
        <Show when=move || { own.get() > 0 }>
            <p class="meta">{r.own_counts}</p>
        </Show>
    }
    .into_any()
}

/// A table of sheets.
#[component]
fn SheetTable(
    /// What it shows.
    #[prop(into)]
    label: Signal<String>,
    /// The list.
    list: List,
    /// The sheets.
    sheets: Memo<Vec<Arc<ListedSheet>>>,
    /// The rows above those of the sheets.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let r = texts(use_locale());
    view! {
        // Focusable, because it scrolls sideways on a phone.
        <div class="table-twin" role="region" aria-label=move || label.get() tabindex="0">
            <table class="data">
                <thead>
                    <tr>
                        <th scope="col">{r.col_who}</th>
                        <th scope="col">{r.col_group}</th>
                        <th scope="col" class="n">{r.col_answers}</th>
                        <th scope="col" class="n">{r.col_changed}</th>
                        <td></td>
                    </tr>
                </thead>
                <tbody>
                    {children.map(|children| children())}
                    <For each=move || sheets.get() key=|sheet| sheet.key.clone() let:sheet>
                        <Row list sheet/>
                    </For>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}
