//! A row of the list: whose sheet it is, and the buttons to change its group and to remove it.

use super::sheets::{ListedSheet, SheetRow, group_choices, shown_group};
use super::state::List;
use crate::domain::draft::Name;
use crate::domain::respondents::group_value;
use crate::i18n::{respondents as texts, use_locale};
use leptos::prelude::*;
use std::sync::Arc;

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

/// A row.
#[component]
pub fn Row(
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
            id="chosen-group"
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

/// An option for a group. `selected` is set on the option, because a select ignores a value that is set before its
/// options exist.
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
