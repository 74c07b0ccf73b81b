//! Tables of figures: a plain value made by the page that has the figures, and the components that lay it out.

use super::paper::{Fold, Level, is_on_paper};
use crate::i18n::{results, use_locale};
use leptos::prelude::*;

/// A table whose first column names the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Its columns; the first holds the names of the rows.
    pub columns: Vec<Column>,
    /// The cells of each row, one a column.
    pub rows: Vec<Vec<String>>,
}

/// A column: its name, and how its cells are set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Column {
    /// Words.
    Text(String),
    /// Words that may be several lines, each kept as it was entered.
    Lines(String),
    /// Figures, set at the right.
    Figures(String),
}

impl Column {
    /// A column of words.
    pub fn text(name: &str) -> Column {
        Column::Text(name.to_string())
    }

    /// A column of words that may be several lines.
    pub fn lines(name: &str) -> Column {
        Column::Lines(name.to_string())
    }

    /// A column of figures.
    pub fn figures(name: &str) -> Column {
        Column::Figures(name.to_string())
    }

    fn name(&self) -> &str {
        match self {
            Column::Text(name) | Column::Lines(name) | Column::Figures(name) => name,
        }
    }

    /// The class of its cells.
    fn class(&self) -> Option<&'static str> {
        match self {
            Column::Text(_) => None,
            Column::Lines(_) => Some("lines"),
            Column::Figures(_) => Some("n"),
        }
    }

    fn head_class(&self) -> Option<&'static str> {
        self.class().filter(|class| *class == "n")
    }
}

/// A table with its head; its rows are the children.
#[component]
pub fn DataTable(
    /// What it shows.
    caption: String,
    /// Whether the caption is only read aloud, because a heading right above the table shows the same words.
    #[prop(optional)]
    below_heading: bool,
    /// Its columns.
    columns: Vec<Column>,
    /// Its rows.
    children: Children,
) -> impl IntoView {
    let caption =
        if below_heading { view! { <span class="vh">{caption}</span> }.into_any() } else { caption.into_any() };
    let heads = columns.into_iter().map(|column| {
        view! { <th scope="col" class=column.head_class()>{column.name().to_string()}</th> }
    });
    view! {
        <table class="data">
            <caption>{caption}</caption>
            <thead>
                <tr>{heads.collect_view()}</tr>
            </thead>
            <tbody>{children()}</tbody>
        </table>
    }
}

/// A table of plain texts.
#[component]
pub fn FigureTable(
    /// The table.
    table: Table,
    /// Whether the caption is only read aloud, because a heading right above the table shows the same words.
    #[prop(optional)]
    below_heading: bool,
) -> impl IntoView {
    let Table { caption, columns, rows } = table;
    let classes: Vec<_> = columns.iter().skip(1).map(Column::class).collect();
    let rows = rows.into_iter().map(move |cells| {
        let mut cells = cells.into_iter();
        let name = cells.next().unwrap_or_default();
        let cells = cells.zip(classes.clone()).map(|(cell, class)| view! { <td class=class>{cell}</td> });
        view! {
            <tr>
                <th scope="row">{name}</th>
                {cells.collect_view()}
            </tr>
        }
    });
    let rows = rows.collect_view();
    view! { <DataTable caption below_heading columns>{rows}</DataTable> }.into_any()
}

/// The frame in which a table that is wider than the screen scrolls, by the keyboard too.
#[component]
pub fn TableRegion(
    /// Its id.
    #[prop(optional, into)]
    id: Option<String>,
    /// What the table shows.
    label: String,
    /// The table.
    children: Children,
) -> impl IntoView {
    view! { <div class="table-twin" id=id role="region" aria-label=label tabindex="0">{children()}</div> }
}

/// The table of a chart, with the same figures: folded away on the screen, below the chart on paper.
#[component]
pub fn TableTwin(
    /// Its id.
    #[prop(into)]
    id: String,
    /// What the chart shows.
    #[prop(into)]
    label: String,
    /// The table.
    children: Children,
) -> impl IntoView {
    if is_on_paper() {
        return view! { <TableRegion id label>{children()}</TableRegion> }.into_any();
    }
    let title = results(use_locale()).as_table;
    view! { <Fold id class="table-twin" title level=Level::H4>{children()}</Fold> }.into_any()
}
