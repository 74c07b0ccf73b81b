//! Being invited to answer: the other wasm reads the link and writes the form (`results`).

use crate::browser::event::{Event, Kind};
use crate::browser::page;
use crate::domain::draft::{DraftId, Field, Name};
use crate::domain::invitation::Invitation;
use crate::domain::text::Locale;
use crate::i18n::keeping;
use crate::results::What;
use crate::route::{Assess, Route};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::DraftStore;
use crate::strings::html::Html;
use crate::strings::live::{Page, live};
use crate::strings::writer::Writer;
use leptos::prelude::Track;
use leptos_router::NavigateOptions;
use leptos_router::hooks::use_navigate;

/// The page.
pub fn invited(locale: Locale) -> Page {
    let (k, writer, mut h) = (keeping(locale), Writer::get(), Html::new());
    let fragment = page::fragment();
    let to = Invitation::parse(&fragment).map(|invitation| invitation.to).unwrap_or_default();
    writer.prepare();
    h.el("h1", &[("id", "rubrik"), ("tabindex", "-1")], k.invited_title);
    h.el("p", &[("class", "lead")], k.invited_text);
    let shown = fragment.clone();
    live(&mut h, "div", "inbjudan", "room", move || {
        DraftStore::get().read.track();
        let begun = begun(&to).map(|id| address(&id, locale)).unwrap_or_default();
        writer.write(What::Invited, &[(shown.clone(), begun)], locale)
    });
    let navigate = use_navigate();
    Page::new(h, move |event| {
        if let Some(id) = hear(event, &fragment) {
            navigate(&address(&id, locale), NavigateOptions::default());
        }
        writer.hear(event);
    })
}

fn address(id: &DraftId, locale: Locale) -> String {
    [&Route::Assess(Assess::Overview).path(locale), "?utkast=", id.as_str()].concat()
}

/// The answer to this invitation that has been begun on this device.
fn begun(to: &str) -> Option<DraftId> {
    let shelf = DraftStore::get();
    let mine = |id: &DraftId| !to.is_empty() && shelf.draft(id).is_some_and(|d| d.field(Field::For) == to);
    shelf.drafts().into_iter().find(mine)
}

/// Takes in what was done. Returns the draft that was begun.
fn hear(event: &Event, fragment: &str) -> Option<DraftId> {
    if event.kind() != Some(Kind::Submit) {
        return None;
    }
    event.stop();
    let invitation = Invitation::parse(fragment)?;
    let desk = CurrentDraft::get();
    DraftStore::get().share(page::is_checked("delad"));
    desk.open(None);
    let id = desk.begin();
    let chosen = (0..).zip(invitation.groups()).find(|(n, _)| page::is_checked(&["grupp-", &n.to_string()].concat()));
    for (field, value) in [
        (Field::For, invitation.to.as_str()),
        (Field::Municipalities, &invitation.municipalities),
        (Field::Organisation, &invitation.organisation),
        (Field::Group, chosen.map_or("", |(_, group): (u32, _)| group)),
        (Field::Respondent, page::value("ditt-namn").trim()),
    ] {
        desk.write(Name::Field(field), value);
    }
    Some(id)
}
