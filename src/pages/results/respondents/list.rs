//! Who has answered: a row for each sheet that others have handed in, and the share of those expected.

use super::sheets::{ListedSheet, SheetRow, group_choices, listed, more_sheets, shown_group, why_uncounted};
use crate::browser::{dom, page};
use crate::domain::draft::{Field, Name};
use crate::domain::instrument::Instrument;
use crate::domain::invitation::groups;
use crate::domain::respondents::group_value;
use crate::i18n::{answered_of, respondents as texts, share_answered, use_locale};
use crate::state::current_draft::CurrentDraft;
use leptos::html;
use leptos::prelude::*;
use std::sync::Arc;

/// How many sheets are listed at once; the others are folded away.
const LISTED: usize = 100;

/// A sheet that was removed last, to be had back as long as the page stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RemovedSheet {
    name: Name,
    value: String,
}

/// What the rows share.
#[derive(Clone, Copy)]
struct List {
    draft: CurrentDraft,
    /// How many statements there are.
    statements: usize,
    /// The groups to choose from.
    groups: Memo<Vec<String>>,
    removed: RwSignal<Option<RemovedSheet>>,
    /// The id of the sheet whose group is being chosen.
    choosing: RwSignal<Option<String>>,
    heading: NodeRef<html::H2>,
    undo: NodeRef<html::Button>,
    /// The field for a group. There is one at a time.
    choices: NodeRef<html::Select>,
}

impl List {
    fn new(statements: usize) -> List {
        let draft = CurrentDraft::get();
        let lines = draft.field(Field::Groups);
        List {
            draft,
            statements,
            groups: Memo::new(move |_| lines.with(|lines| groups(lines).into_iter().map(str::to_string).collect())),
            removed: RwSignal::new(None),
            choosing: RwSignal::new(None),
            heading: NodeRef::new(),
            undo: NodeRef::new(),
            choices: NodeRef::new(),
        }
    }

    /// Removes a sheet. Its button goes with it: the focus moves to the one that takes that back.
    fn remove(self, id: &str) {
        let name = Name::Sheet(id.to_string());
        let value = self.draft.with(|draft| draft.value(&name).to_string()).unwrap_or_default();
        self.draft.write(name.clone(), "");
        self.removed.set(Some(RemovedSheet { name, value }));
        page::after_render(move || {
            if let Some(Some(undo)) = self.undo.try_get_untracked() {
                dom::focus_in_view(&undo);
            }
        });
    }

    /// Takes the last removal back. The button for it goes: the focus moves to the heading of the list.
    fn undo(self) {
        if let Some(RemovedSheet { name, value }) = self.removed.try_update(Option::take).flatten() {
            self.draft.write(name, &value);
        }
        if let Some(heading) = self.heading.get_untracked() {
            dom::focus_in_view(&heading);
        }
    }

    /// Shows the field for the group of a sheet in the place of the button that was pressed.
    fn choose(self, id: &str) {
        self.choosing.set(Some(id.to_string()));
        page::after_render(move || {
            if let Some(Some(choices)) = self.choices.try_get_untracked() {
                dom::focus(&choices);
            }
        });
    }
}

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
        why_uncounted(count.get(), &instrument, locale).map(|why| view! { <p class="note" id="raknas-inte">{why}</p> })
    };
    let is_empty = Memo::new(move |_| count.get() == 0 && own.get() == 0);
    view! {
        <div id="inlagda" class="stack respondents">
            <h2 id="lamnade" tabindex="-1" node_ref=list.heading>{r.handed}</h2>
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
                    <button class="link" type="button" id="angra" node_ref=list.undo on:click=move |_| list.undo()>
                        {r.undo}
                    </button>
                </p>
            }
        })
    };
    view! { <div role="status">{note}</div> }
}

/// The sheets as a table, those beyond the first hundred folded away.
#[component]
fn Tables(
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
            <details id="fler-svar">
                <summary>{move || label.get()}</summary>
                <SheetTable label list sheets=rest>{()}</SheetTable>
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
    children: Children,
) -> impl IntoView {
    let r = texts(use_locale());
    view! {
        // It scrolls sideways on a phone, so the keyboard must reach it.
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
                    {children()}
                    <For each=move || sheets.get() key=|sheet| sheet.key.clone() let:sheet>
                        <Row list sheet/>
                    </For>
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// What the cell for a group holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum GroupCell {
    /// The group. There are none to choose from.
    Fixed(String),
    /// The group, and the button to choose another.
    Changeable(String),
    /// The field to choose one.
    Choosing,
}

/// A row: whose sheet it is, and the buttons to change its group and to remove it.
#[component]
fn Row(
    /// The list.
    list: List,
    /// The sheet.
    sheet: Arc<ListedSheet>,
) -> impl IntoView {
    let locale = use_locale();
    let (r, id) = (texts(locale), StoredValue::new(sheet.key.id.clone()));
    let row = StoredValue::new(sheet.row(list.statements, locale));
    let given = list.draft.value(&Name::Group(sheet.key.id.clone()));
    let group = Memo::new(move |_| sheet.group_by(&given.read()));
    let cell = Memo::new(move |_| {
        let shown = || shown_group(&group.read(), locale);
        let is_chosen = || id.with_value(|id| list.choosing.read().as_deref() == Some(id));
        match (list.groups.read().is_empty(), is_chosen()) {
            (true, _) => GroupCell::Fixed(shown()),
            (false, false) => GroupCell::Changeable(shown()),
            (false, true) => GroupCell::Choosing,
        }
    });
    let description = move || row.with_value(|row| row.description(&group.read(), locale));
    let group_cell = move || match cell.get() {
        GroupCell::Fixed(group) => group.into_any(),
        GroupCell::Changeable(group) => view! {
            {group}" "
            <button class="link" type="button" on:click=move |_| id.with_value(|id| list.choose(id))>
                {r.change_group}<span class="vh">{description()}</span>
            </button>
        }
        .into_any(),
        GroupCell::Choosing => {
            let (id, name) = (id.get_value(), row.with_value(|row| row.name.clone()));
            view! { <GroupChoice list id name group/> }.into_any()
        }
    };
    let SheetRow { name, answered, changed } = row.get_value();
    view! {
        <tr>
            <th scope="row">{name}</th>
            <td>{group_cell}</td>
            <td class="n">{answered}</td>
            <td class="n">{changed}</td>
            <td>
                <button class="link" type="button" on:click=move |_| id.with_value(|id| list.remove(id))>
                    {r.remove}<span class="vh">{description}</span>
                </button>
            </td>
        </tr>
    }
}

/// The field for a sheet's group. It stays after a choice, and keeps the focus.
#[component]
fn GroupChoice(
    /// The list.
    list: List,
    /// The id of the sheet.
    id: String,
    /// Whose sheet it is.
    name: String,
    /// The group that it counts in.
    group: Memo<String>,
) -> impl IntoView {
    let r = texts(use_locale());
    let choices = Memo::new(move |_| group_choices(&list.groups.read(), &group.read()));
    let choose = move |chosen: String| list.draft.write(Name::Group(id.clone()), &group_value(&chosen));
    view! {
        <select
            id="vald-grupp"
            aria-label=format!("{} {name}", r.group_of)
            node_ref=list.choices
            on:change=move |event| choose(event_target_value(&event))
        >
            <For each=move || choices.get() key=|choice| choice.clone() let:choice>
                <GroupOption choice group/>
            </For>
        </select>
    }
}

/// A group to choose. It marks itself as the chosen one: a select that is given a value before it has its options forgets it.
#[component]
fn GroupOption(
    /// The group; empty for none.
    choice: String,
    /// The group that the sheet counts in.
    group: Memo<String>,
) -> impl IntoView {
    let label = shown_group(&choice, use_locale());
    let value = choice.clone();
    view! { <option value=value prop:selected=move || *group.read() == choice>{label}</option> }
}
