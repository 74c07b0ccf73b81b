//! Opening a saved file: chosen or dropped, previewed, then always opened as a new draft.

use super::facts::{DraftFacts, Facts};
use crate::browser::dom;
use crate::browser::files::{self, ChosenFiles, ReadError};
use crate::domain::draft::{Draft, DraftId, FileError, MAX_FILE, read_file};
use crate::domain::journal::StorageError;
use crate::domain::text::Locale;
use crate::i18n::{file_failure, keeping, save_failure, use_locale};
use crate::state::current_draft::CurrentDraft;
use crate::state::draft_store::{DraftStore, new_draft_id};
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The state of the file field.
#[derive(Clone, Debug)]
enum Opening {
    /// None has been chosen, or the last was left.
    Nothing,
    Failed(OpenError),
    /// It holds this draft, which is not stored yet.
    Read(Draft),
}

/// Why a file could not be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OpenError {
    /// The browser did not read it.
    Unread(ReadError),
    /// It holds no draft.
    NoDraft(FileError),
    /// Its draft could not be stored.
    NotStored(StorageError),
}

impl OpenError {
    fn text(self, locale: Locale) -> &'static str {
        match self {
            OpenError::Unread(ReadError::TooLarge) => keeping(locale).file_large,
            OpenError::Unread(ReadError::Unreadable) => keeping(locale).file_unread,
            OpenError::NoDraft(why) => file_failure(locale, why),
            OpenError::NotStored(why) => save_failure(locale, why),
        }
    }
}

/// The draft in a file, under a new id.
fn read_draft(content: Result<Vec<u8>, ReadError>, id: DraftId) -> Result<Draft, OpenError> {
    let bytes = content.map_err(OpenError::Unread)?;
    // Bytes that are not UTF-8 become U+FFFD, which fails the file's checksum.
    read_file(&String::from_utf8_lossy(&bytes), id).map_err(OpenError::NoDraft)
}

/// The field for a file, on which one can be dropped too, with the preview of the file or its error.
#[component]
pub fn OpenFile(
    /// How many statements there are to answer.
    statements: usize,
    /// Called with the draft that was opened.
    on_open: Callback<DraftId>,
) -> impl IntoView {
    let (current, store, locale) = (CurrentDraft::get(), DraftStore::get(), use_locale());
    let k = keeping(locale);
    let opening = RwSignal::new(Opening::Nothing);
    let field = NodeRef::<html::Input>::new();
    dom::focus_when(field, dom::focus, move || matches!(*opening.read(), Opening::Failed(_)));
    let take = move |chosen: ChosenFiles| {
        spawn_local(async move {
            if let Some(file) = chosen.read_first(MAX_FILE).await {
                let read = read_draft(file.content, new_draft_id());
                opening.try_set(read.map_or_else(Opening::Failed, Opening::Read));
            }
        });
    };
    files::on_dropped_anywhere(take);
    let open = move |draft: &Draft| match store.put_draft(draft) {
        Ok(()) => {
            // It came from a file, so it has a backup.
            current.note_backup_of(draft.id());
            on_open.run(draft.id().clone());
        }
        Err(why) => opening.set(Opening::Failed(OpenError::NotStored(why))),
    };
    let leave = move || {
        opening.set(Opening::Nothing);
        if let Some(field) = field.get_untracked() {
            dom::focus(&field);
        }
    };
    let failure = move || match *opening.read() {
        Opening::Failed(why) => Some(view! { <p class="field-error">{why.text(locale)}</p> }),
        Opening::Nothing | Opening::Read(_) => None,
    };
    let preview = move || match opening.get() {
        Opening::Read(draft) => Some(view! { <Preview draft statements on_open=open on_leave=leave/> }),
        Opening::Nothing | Opening::Failed(_) => None,
    };
    view! {
        <div class="field drop">
            <label for="file">{k.open}</label>
            <p class="hint" id="file-hint">{k.open_hint}</p>
            <input id="file" type="file" accept=".html,.json,text/html,application/json" aria-describedby="file-hint"
                node_ref=field on:change=move |event| take(files::chosen(&event))/>
            <div id="file-outcome">
                <div role="alert">{failure}</div>
                {preview}
            </div>
        </div>
    }
    .into_any()
}

/// What is in a file, to open it or leave it. Opening it takes the focus.
#[component]
fn Preview(
    /// The draft in the file.
    draft: Draft,
    /// How many statements there are to answer.
    statements: usize,
    /// Called with the draft to open it.
    on_open: impl Fn(&Draft) + 'static,
    /// Called to leave it.
    on_leave: impl Fn() + 'static,
) -> impl IntoView {
    let locale = use_locale();
    let k = keeping(locale);
    let facts = DraftFacts::of(&draft, statements, locale);
    let open = NodeRef::<html::Button>::new();
    dom::focus_when(open, dom::focus_at_top, || true);
    view! {
        <div class="card found">
            <h3>{k.preview}</h3>
            <p class="name">{facts.name.clone()}</p>
            <div class="meta num"><Facts facts/></div>
            <p class="row">
                <button class="btn" type="button" id="open" node_ref=open on:click=move |_| on_open(&draft)>{k.open_as_new}</button>
                <button class="btn quiet" type="button" on:click=move |_| on_leave()>{k.leave}</button>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_failure_has_a_text_of_its_own() {
        let id = || DraftId::parse("draft-1").expect("good id");
        let texts: Vec<&str> = [
            read_draft(Err(ReadError::TooLarge), id()),
            read_draft(Err(ReadError::Unreadable), id()),
            read_draft(Ok(b"hej".to_vec()), id()),
            read_draft(Ok(vec![0xff, 0xfe, b'{']), id()),
            Err(OpenError::NotStored(StorageError::Full)),
        ]
        .into_iter()
        .map(|read| read.err().map_or("", |why| why.text(Locale::Sv)))
        .collect();
        let k = keeping(Locale::Sv);
        assert_eq!(texts[..4], [k.file_large, k.file_unread, k.file_foreign, k.file_foreign]);
        assert!(texts[4].contains("utrymme"), "{}", texts[4]);
    }
}
